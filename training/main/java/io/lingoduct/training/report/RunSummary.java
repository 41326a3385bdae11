package io.lingoduct.training.report;

import java.util.List;

/**
 * Head of a report: what the log does not hold.
 *
 * @param sourceLanguage such as {@code en}
 * @param parameters of the model; 0 if not known
 * @param config the configuration as its file has it
 * @param scores of the finished model; empty before the end of the run
 */
public record RunSummary(
        String name, String sourceLanguage, String targetLanguage, long parameters, String config, List<Score> scores) {

    public RunSummary {
        scores = List.copyOf(scores);
    }

    /**
     * One score of the finished model.
     *
     * @param data such as {@code test_2016_flickr}
     * @param search such as {@code beam 6}
     * @param metric such as {@code BLEU}
     */
    public record Score(String data, String search, String metric, double value) {}
}
