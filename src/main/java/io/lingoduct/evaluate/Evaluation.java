package io.lingoduct.evaluate;

import io.lingoduct.text.metrics.CorpusScore;
import io.lingoduct.text.metrics.Metric;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What is known about translations once they have been measured.
 *
 * @param segments how many there are
 * @param corpus the score of each metric
 * @param columns metrics of single segments; empty unless asked for
 * @param rows the scores of each segment, one for each column
 * @param run what the model did; null where the hypotheses came from a file
 */
public record Evaluation(
        int segments, List<CorpusScore> corpus, List<String> columns, List<List<Double>> rows, ModelRun run) {

    public static Evaluation of(
            List<String> hypotheses,
            List<String> references,
            List<Metric> ofCorpus,
            List<Metric> ofSegments,
            ModelRun run) {
        var corpus = ofCorpus.stream()
                .map(metric -> metric.score(hypotheses, references))
                .toList();
        var rows = IntStream.range(0, hypotheses.size())
                .mapToObj(i -> ofSegments.stream()
                        .map(metric -> metric.sentenceScore(hypotheses.get(i), references.get(i)))
                        .toList())
                .toList();
        var columns = ofSegments.stream().map(Metric::name).toList();
        return new Evaluation(hypotheses.size(), corpus, columns, rows, run);
    }

    /** The log-probabilities of the references; null unless the model was asked for them. */
    public ForcedScores forced() {
        return run == null ? null : run.forced();
    }

    /** Whether there is anything to say about single segments. */
    public boolean hasRows() {
        return !columns.isEmpty() || forced() != null;
    }
}
