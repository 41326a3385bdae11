package io.lingoduct.bench.engine;

import io.lingoduct.bench.engine.EngineFigures.Result;
import io.lingoduct.chart.BarChart;
import io.lingoduct.chart.Chart;
import java.util.List;

/** The figures of an {@link EngineBenchmark} as bars: sentences a second, the variants side by side for each use. */
public final class EngineChart {

    private EngineChart() {}

    public static Chart of(EngineFigures figures) {
        var results = figures.results();
        var uses = results.stream().map(EngineChart::use).distinct().toList();
        var chart = BarChart.of("Translation speed, " + figures.run().model(), "batch, × threads", "sentences/s", uses);
        for (var variant : results.stream().map(Result::variant).distinct().toList()) {
            var ofVariant = results.stream()
                    .filter(result -> result.variant().equals(variant))
                    .toList();
            chart = chart.with(
                    variant, uses.stream().map(use -> speed(ofVariant, use)).toList());
        }
        return chart;
    }

    /** Not a number where the variant was not used so. */
    private static double speed(List<Result> ofVariant, String use) {
        return ofVariant.stream()
                .filter(result -> use(result).equals(use))
                .mapToDouble(result -> result.speed().sentencesPerSecond())
                .findFirst()
                .orElse(Double.NaN);
    }

    private static String use(Result result) {
        var search = result.use().beam() == 1 ? "" : ", beam " + result.use().beam();
        return result.use().batch()
                + search
                + (result.use().threads() == 1 ? "" : ", ×" + result.use().threads());
    }
}
