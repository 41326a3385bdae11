package io.lingoduct.bench.engine;

import io.lingoduct.bench.Watch;
import io.lingoduct.bench.engine.StackSampler.Part;
import io.lingoduct.model.EncodedSegment;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Translation of texts into texts on this thread, as the engine does with texts that wait: tokenise, sort by length, cut into
 * batches, run, put the results back in order.
 */
final class EndToEndPass {

    private static final long LEAST_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final Variant variant;
    private final List<String> sentences;
    private final Function<String, EncodedSegment> encoder;

    EndToEndPass(Variant variant, List<String> sentences, Function<String, EncodedSegment> encoder) {
        this.variant = variant;
        this.sentences = sentences;
        this.encoder = encoder;
    }

    /** Passes until they have taken two seconds, at least two of them, and sees where the time goes. */
    EngineFigures.EndToEnd measure(Watch watch) {
        pass(watch);
        int passes = 0;
        long start = System.nanoTime();
        var sampler = StackSampler.watching(Thread.currentThread());
        try (sampler) {
            while (passes < 2 || System.nanoTime() - start < LEAST_NANOS) {
                pass(watch);
                passes++;
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        return new EngineFigures.EndToEnd(
                variant.name(),
                variant.use().batch(),
                passes * sentences.size() / seconds,
                1 - sampler.share(Part.RUN),
                sampler.share(Part.TOKENIZING),
                sampler.share(Part.OTHER),
                sampler.looks());
    }

    private void pass(Watch watch) {
        watch.say("From text to text: %s", variant.label());
        var segments = sentences.stream().map(encoder).toList();
        var batches = LengthBatches.of(segments, variant.use().batch());
        var results = new ArrayList<String>(sentences.size());
        for (var batch : batches.batches()) {
            watch.check();
            results.addAll(variant.translator().translate(batch));
        }
        batches.inOriginalOrder(results);
    }
}
