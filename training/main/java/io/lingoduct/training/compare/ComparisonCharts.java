package io.lingoduct.training.compare;

import io.lingoduct.chart.BarChart;
import io.lingoduct.chart.Chart;
import io.lingoduct.chart.LineChart;
import io.lingoduct.training.network.Cell;
import io.lingoduct.training.network.GradientProbe.Norms;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** The charts of a comparison, by the name of their SVG file. */
final class ComparisonCharts {

    private final Comparison figures;

    ComparisonCharts(Comparison figures) {
        this.figures = figures;
    }

    /** BLEU of each cell on each set of sentences, and how fast each cell decodes. */
    Map<String, Chart> models() {
        var charts = new LinkedHashMap<String, Chart>();
        var measured = figures.cells().get(0).scores().stream()
                .filter(score -> score.metric().equals("BLEU"))
                .toList();
        if (!measured.isEmpty()) {
            var bleu = BarChart.of(
                    "Translation quality",
                    "sentences and search",
                    "BLEU",
                    measured.stream()
                            .map(score -> score.data() + ", " + score.search())
                            .toList());
            for (var cell : figures.cells()) {
                bleu = bleu.with(
                        name(cell.cell()),
                        measured.stream()
                                .map(score -> value(cell, score.data(), score.search()))
                                .toList());
            }
            charts.put("bleu", bleu);
        }
        var speed = BarChart.of("Decoding speed", "search", "sentences/s", figures.searches());
        for (var cell : figures.cells()) {
            speed = speed.with(
                    name(cell.cell()),
                    figures.searches().stream()
                            .map(search -> figures.speed(cell.cell(), search)
                                    .map(found -> (double) Math.round(found.sentencesPerSecond()))
                                    .orElse(Double.NaN))
                            .toList());
        }
        charts.put("decoding-speed", speed);
        return charts;
    }

    private static double value(CellResult cell, String data, String search) {
        return cell.scores().stream()
                .filter(score -> score.metric().equals("BLEU")
                        && score.data().equals(data)
                        && score.search().equals(search))
                .mapToDouble(CellResult.Score::value)
                .findFirst()
                .orElse(Double.NaN);
    }

    /** The decoder's gradient, before training and after. */
    Map<String, Chart> gradients() {
        var charts = new LinkedHashMap<String, Chart>();
        charts.put("gradient-at-start", gradient("Gradient at initialisation", norms(cell -> cell.gradient()
                .atStart())));
        charts.put("gradient-trained", gradient("Gradient after training", norms(cell -> cell.gradient()
                .trained())));
        return charts;
    }

    private Map<Cell, Norms> norms(Function<CellResult, Norms> of) {
        var norms = new LinkedHashMap<Cell, Norms>();
        figures.cells().forEach(cell -> norms.put(cell.cell(), of.apply(cell)));
        return norms;
    }

    private static Chart gradient(String title, Map<Cell, Norms> norms) {
        var chart = LineChart.of(title, "distance k (steps)", "‖∂loss_t/∂h_{t-k}‖ relative to k = 0")
                .withLogY();
        for (var cell : norms.entrySet()) {
            chart = with(chart, name(cell.getKey()), cell.getValue().hidden());
        }
        for (var cell : norms.entrySet()) {
            if (!cell.getValue().cell().isEmpty()) {
                chart = with(
                        chart,
                        name(cell.getKey()) + ", cell state c",
                        cell.getValue().cell());
            }
        }
        return chart;
    }

    private static LineChart with(LineChart chart, String name, List<Double> norms) {
        var distances = IntStream.range(0, norms.size()).asDoubleStream().toArray();
        return chart.with(
                name, distances, norms.stream().mapToDouble(norm -> norm).toArray());
    }

    /** Accuracy over the gap, and the encoder's gradient over the gap where the cells differ most. */
    Map<String, Chart> copies() {
        var charts = new LinkedHashMap<String, Chart>();
        if (figures.copies().isEmpty()) {
            return charts;
        }
        charts.put("copy-symbols", accuracy("Symbols copied right", CopyRun.Result::symbols, true));
        charts.put("copy-sequences", accuracy("Sequences copied right", CopyRun.Result::sequences, false));
        int gap = shownGap();
        charts.put(
                "copy-gradient-at-start",
                gradient(
                        "Copy task, gap %d: at initialisation".formatted(gap),
                        copyNorms(gap, CopyRun.Result::atStart)));
        charts.put(
                "copy-gradient-trained",
                gradient("Copy task, gap %d: after training".formatted(gap), copyNorms(gap, CopyRun.Result::trained)));
        return charts;
    }

    private Chart accuracy(String title, ToDoubleFunction<CopyRun.Result> share, boolean symbols) {
        var chart = LineChart.of(title, "gap (tokens)", "% of fresh " + (symbols ? "symbols" : "sequences"))
                .withLogX();
        for (var cell : figures.cells()) {
            var copies = figures.copies().stream()
                    .filter(copy -> copy.cell() == cell.cell())
                    .toList();
            chart = chart.with(
                    name(cell.cell()),
                    copies.stream().mapToDouble(CopyRun.Result::gap).toArray(),
                    copies.stream()
                            .mapToDouble(copy -> 100 * share.applyAsDouble(copy))
                            .toArray());
        }
        var task = figures.copyPlan().task();
        double chance = 100 * (symbols ? task.chance() : Math.pow(task.chance(), task.symbols()));
        var gaps = figures.copyPlan().gaps().stream().mapToDouble(gap -> gap).toArray();
        var level = new double[gaps.length];
        Arrays.fill(level, chance);
        return chart.with("chance", gaps, level);
    }

    /** Gap at which the cells differ most. */
    int shownGap() {
        int shown = figures.copyPlan().gaps().get(0);
        double widest = -1;
        for (int gap : figures.copyPlan().gaps()) {
            var shares = figures.copies().stream()
                    .filter(copy -> copy.gap() == gap)
                    .mapToDouble(CopyRun.Result::symbols)
                    .summaryStatistics();
            if (shares.getMax() - shares.getMin() > widest) {
                widest = shares.getMax() - shares.getMin();
                shown = gap;
            }
        }
        return shown;
    }

    private Map<Cell, Norms> copyNorms(int gap, Function<CopyRun.Result, Norms> of) {
        var norms = new LinkedHashMap<Cell, Norms>();
        var copies = new ArrayList<>(figures.copies());
        copies.removeIf(copy -> copy.gap() != gap);
        copies.forEach(copy -> norms.put(copy.cell(), of.apply(copy)));
        return norms;
    }

    private static String name(Cell cell) {
        return cell.name().toLowerCase(Locale.ROOT);
    }
}
