package io.lingoduct.evaluate;

import io.lingoduct.text.metrics.CorpusScore;
import io.lingoduct.text.metrics.Metric;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The scores of translations.
 *
 * @param segments number of translations
 * @param corpus the score of each metric
 * @param columns metrics of single segments; empty unless asked for
 * @param rows the scores of each segment, one for each column
 * @param run of the model that made the translations; null where the hypotheses came from a file
 */
public record Evaluation(
        int segments, List<MetricScore> corpus, List<String> columns, List<List<Double>> rows, ModelRun run) {

    /** @param name of the metric, unlike that of any other of the evaluation */
    record MetricScore(String name, CorpusScore score) {}

    /**
     * Scores translations.
     *
     * @param references one for each hypothesis
     * @param withSegments whether single segments are scored, too
     * @param run of the model that made the hypotheses; null where they came from a file
     */
    public static Evaluation of(
            List<String> hypotheses,
            List<String> references,
            MetricChoice metrics,
            boolean withSegments,
            ModelRun run) {
        var corpus = metrics.ofCorpus().stream()
                .map(named -> new MetricScore(named.name(), named.metric().score(hypotheses, references)))
                .toList();
        var ofSegments = withSegments ? metrics.ofSegments() : List.<Metric>of();
        var rows = IntStream.range(0, hypotheses.size())
                .mapToObj(i -> ofSegments.stream()
                        .map(metric -> metric.sentenceScore(hypotheses.get(i), references.get(i)))
                        .toList())
                .toList();
        var columns = ofSegments.stream().map(Metric::name).toList();
        return new Evaluation(hypotheses.size(), corpus, columns, rows, run);
    }

    /** The log-probabilities of the references; null unless the model was asked for them. */
    ForcedScores forced() {
        return run == null ? null : run.forced();
    }

    /** Whether there is anything to say about single segments. */
    boolean hasRows() {
        return !columns.isEmpty() || forced() != null;
    }
}
