package io.lingoduct.text.metrics;

import java.util.List;

/** A measure of how near translations come to their references. Stateless and safe to use from many threads. */
public interface Metric {

    /** As sacreBLEU calls it, for instance {@code chrF2++}. */
    String name();

    /**
     * Scores a corpus.
     *
     * @param hypotheses translations as plain text, one a segment
     * @param references one for each hypothesis, in the same order
     * @throws IllegalArgumentException if there are not as many references as hypotheses
     */
    CorpusScore score(List<String> hypotheses, List<String> references);

    /** The score of one segment alone, 0 to 100, as sacreBLEU's sentence-level functions give it. */
    double sentenceScore(String hypothesis, String reference);
}
