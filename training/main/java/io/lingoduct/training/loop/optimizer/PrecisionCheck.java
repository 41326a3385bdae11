package io.lingoduct.training.loop.optimizer;

import io.lingoduct.training.batch.EncodedPair;
import io.lingoduct.training.loop.settings.Precision;
import io.lingoduct.training.network.Seq2Seq;
import io.lingoduct.training.vocabulary.VocabularyBuilder;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;

/** Finds out by trying whether a precision can be computed with: libtorch does not say, and fails at the first step. */
public final class PrecisionCheck {

    private static final int VOCABULARY = 8;
    private static final List<EncodedPair> PAIR =
            List.of(new EncodedPair(new long[] {5, VocabularyBuilder.EOS}, new long[] {6}));

    private PrecisionCheck() {}

    /**
     * Takes a step with a network of the same shape and a tiny vocabulary.
     *
     * @throws IllegalArgumentException if the processor or the device cannot compute in it
     */
    public static void require(Precision precision, Seq2Seq network) {
        if (precision == Precision.FLOAT32) {
            return;
        }
        try (var scope = new PointerScope()) {
            var probe = new Seq2Seq(network.config().withVocabularies(VOCABULARY, VOCABULARY));
            probe.moveTo(network.device());
            try (var workers = new GradientWorkers(probe, 1, precision, 0)) {
                workers.accumulate(PAIR);
            }
        } catch (IllegalStateException e) {
            throw new IllegalArgumentException(
                    "this machine cannot train the network in it (AVX-512 is needed on a CPU); float32 works everywhere",
                    e);
        }
    }
}
