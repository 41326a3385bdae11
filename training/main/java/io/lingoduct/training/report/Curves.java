package io.lingoduct.training.report;

import io.lingoduct.chart.Chart;
import io.lingoduct.chart.LineChart;
import io.lingoduct.training.report.RunEvent.EpochEnd;
import io.lingoduct.training.report.RunEvent.Updates;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Line charts of a run's figures over its updates, by file name. */
final class Curves {

    /** Above this ratio of the largest to the smallest, a linear axis hides the small values. */
    private static final double WIDE = 20;

    private final RunHistory history;
    private final Validations validations;

    private Curves(RunHistory history, Validations validations) {
        this.history = history;
        this.validations = validations;
    }

    static Map<String, Chart> of(RunHistory history, Validations validations) {
        var curves = new Curves(history, validations);
        var charts = new LinkedHashMap<String, Chart>();
        charts.put("loss", curves.loss());
        charts.put("perplexity", curves.perplexity());
        charts.put("bleu", curves.byValidation("Dev BLEU", "BLEU", EpochEnd::devBleu));
        charts.put("learning-rate", curves.byUpdate("Learning rate", "learning rate", "rate", Updates::learningRate));
        charts.put("gradient-norm", curves.gradientNorm());
        charts.put(
                "speed",
                curves.byUpdate("Training speed", "target tokens per second", "speed", Updates::tokensPerSecond));
        return charts;
    }

    private Chart loss() {
        return byUpdate("Training loss", "loss (nats per target token)", "interval mean", Updates::loss)
                .with("epoch mean", epochs(EpochEnd::update), epochs(EpochEnd::trainLoss));
    }

    private Chart perplexity() {
        var chart = byValidation("Dev perplexity", "perplexity (per target token)", EpochEnd::devPerplexity);
        return wide(epochs(EpochEnd::devPerplexity)) ? chart.withLogY() : chart;
    }

    private Chart gradientNorm() {
        var chart = byUpdate("Gradient norm, before clipping", "L2 norm", "norm", Updates::gradientNorm);
        return wide(updates(Updates::gradientNorm)) ? chart.withLogY() : chart;
    }

    private LineChart byUpdate(String title, String yLabel, String name, ToDoubleFunction<Updates> value) {
        return LineChart.of(title, "update", yLabel).with(name, updates(Updates::update), updates(value));
    }

    private LineChart byValidation(String title, String yLabel, ToDoubleFunction<EpochEnd> value) {
        ToDoubleFunction<EpochEnd> time = validations.withinEpochs() ? EpochEnd::update : EpochEnd::epoch;
        var chart = LineChart.of(title, validations.withinEpochs() ? "update" : "epoch", yLabel)
                .with("dev set", epochs(time), epochs(value));
        return history.best()
                .map(best -> chart.with(
                        validations.withinEpochs() ? "best" : "best epoch",
                        new double[] {time.applyAsDouble(best)},
                        new double[] {value.applyAsDouble(best)}))
                .orElse(chart);
    }

    private double[] updates(ToDoubleFunction<Updates> value) {
        return history.updates().stream().mapToDouble(value).toArray();
    }

    private double[] epochs(ToDoubleFunction<EpochEnd> value) {
        return history.epochs().stream().mapToDouble(value).toArray();
    }

    private static boolean wide(double[] values) {
        double low = Double.POSITIVE_INFINITY;
        double high = 0;
        for (var value : values) {
            if (value > 0 && Double.isFinite(value)) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        return high > WIDE * low;
    }
}
