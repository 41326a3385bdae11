package io.lingoduct.bench.engine;

import io.lingoduct.bench.peak.Arithmetic;
import io.lingoduct.model.EncodedSegment;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * One way of translating that is measured.
 *
 * @param name such as {@code fp32}
 * @param beam hypotheses kept per sentence; 1 is greedy
 * @param batch most sentences in a run
 * @param threads that translate batches at the same time
 * @param candidates how many target tokens a batch chooses from
 * @param translator is called by all threads at once
 */
record Variant(
        String name,
        int beam,
        int batch,
        int threads,
        Arithmetic arithmetic,
        ToDoubleFunction<List<EncodedSegment>> candidates,
        Batches translator) {

    /** Translates a batch on the calling thread; element i of the result is the translation of element i. */
    interface Batches {

        List<String> translate(List<EncodedSegment> batch);
    }

    /** In words, for the progress. */
    String label() {
        var search = beam == 1 ? "" : ", beam " + beam;
        return name + ", batch " + batch + search + (threads == 1 ? "" : ", " + threads + " threads");
    }

    /** One sentence at a time on one thread: what a single caller waits for. */
    boolean answersOneCaller() {
        return batch == 1 && threads == 1 && beam == 1;
    }
}
