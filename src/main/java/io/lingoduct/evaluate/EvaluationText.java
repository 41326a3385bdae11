package io.lingoduct.evaluate;

import java.util.Locale;
import java.util.stream.Collectors;

/** An evaluation for the eye: a line for each metric in sacreBLEU's notation, then a table of the segments if asked for. */
public final class EvaluationText {

    private EvaluationText() {}

    public static String of(Evaluation evaluation) {
        var text = new StringBuilder();
        evaluation.corpus().forEach(metric -> text.append(metric.score()).append('\n'));
        if (evaluation.forced() != null) {
            text.append(perplexity(evaluation.forced())).append('\n');
        }
        if (evaluation.hasRows()) {
            text.append(header(evaluation)).append('\n');
            for (int line = 0; line < evaluation.segments(); line++) {
                text.append(row(evaluation, line)).append('\n');
            }
        }
        return text.toString();
    }

    private static String perplexity(ForcedScores forced) {
        var perplexity = forced.perplexity();
        return String.format(
                Locale.ROOT,
                "perplexity|of:references = %s (log-probability = %.2f tokens = %d)",
                perplexity.isEmpty() ? "-" : String.format(Locale.ROOT, "%.2f", perplexity.getAsDouble()),
                forced.logProbability(),
                forced.tokens());
    }

    private static String header(Evaluation evaluation) {
        var metrics = evaluation.columns().stream().map(name -> "\t" + name).collect(Collectors.joining());
        return "segment" + metrics + (evaluation.forced() == null ? "" : "\tlog-probability");
    }

    private static String row(Evaluation evaluation, int line) {
        var scores = evaluation.rows().get(line).stream()
                .map(score -> String.format(Locale.ROOT, "\t%.2f", score))
                .collect(Collectors.joining());
        return (line + 1) + scores + (evaluation.forced() == null ? "" : "\t" + logProbability(evaluation, line));
    }

    private static String logProbability(Evaluation evaluation, int line) {
        var logProbability = evaluation.forced().logProbability(line);
        return logProbability.isEmpty() ? "-" : String.format(Locale.ROOT, "%.4f", logProbability.getAsDouble());
    }
}
