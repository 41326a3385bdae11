package io.lingoduct.bench.engine;

import io.lingoduct.bench.engine.EngineFigures.Use;
import io.lingoduct.bench.peak.Precision;
import io.lingoduct.model.EncodedSegment;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * One way of translating that is measured.
 *
 * @param name such as {@code fp32}
 * @param candidates how many target tokens a batch chooses from
 * @param translator is called by all threads at once
 */
record Variant(
        String name,
        Use use,
        Precision precision,
        ToDoubleFunction<List<EncodedSegment>> candidates,
        Batches translator) {

    /** Translates a batch on the calling thread; element i of the result is the translation of element i. */
    interface Batches {

        List<String> translate(List<EncodedSegment> batch);
    }

    /** In words, for the progress. */
    String label() {
        var search = use.beam() == 1 ? "" : ", beam " + use.beam();
        return name + ", batch " + use.batch() + search + (use.threads() == 1 ? "" : ", " + use.threads() + " threads");
    }

    /** One sentence at a time on one thread: what a single caller waits for. */
    boolean answersOneCaller() {
        return use.equals(new Use(1, 1, 1));
    }
}
