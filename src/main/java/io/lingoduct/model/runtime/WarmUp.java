package io.lingoduct.model.runtime;

import io.lingoduct.model.Cancellation;
import io.lingoduct.model.EncodedSegment;
import io.lingoduct.model.TranslationException;
import io.lingoduct.model.bundle.BundleException;
import io.lingoduct.model.bundle.ModelBundle;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/**
 * The first translation of a model that has just been loaded, which shows whether it works.
 *
 * @param limit when it is given up
 */
record WarmUp(ModelBundle bundle, Duration limit) {

    /** Of any length that a first batch of two rows may take on a slow machine; one that takes longer does not end. */
    static final Duration LIMIT = Duration.ofSeconds(60);

    /**
     * Runs a batch whose rows differ in length and hold the largest id that the tokenizer can produce.
     *
     * @throws BundleException if it fails or does not end
     */
    void run(BiConsumer<List<EncodedSegment>, Cancellation> use) {
        var vocabulary = bundle.manifest().vocabulary();
        var batch = List.of(
                new EncodedSegment(new long[] {vocabulary.size() - 1, vocabulary.eosId()}),
                new EncodedSegment(new long[] {vocabulary.eosId()}));
        var cancellation = new Cancellation();
        CompletableFuture.delayedExecutor(limit.toMillis(), TimeUnit.MILLISECONDS, Runnable::run)
                .execute(cancellation::cancel);
        try {
            use.accept(batch, cancellation);
        } catch (TranslationException e) {
            throw new BundleException(bundle.graphFile(), reason(e, cancellation), e);
        }
    }

    private String reason(TranslationException failure, Cancellation cancellation) {
        return cancellation.isCancelled()
                ? "the first translation had not ended after " + limit.toMillis() / 1000.0 + " s and was given up"
                : "the first translation failed: " + failure.getMessage()
                        + "; does the graph belong to this tokenizer?";
    }
}
