package io.lingoduct.bench;

import io.lingoduct.bench.EngineFigures.Result;
import io.lingoduct.chart.BarChart;
import io.lingoduct.chart.Chart;
import java.util.List;

/** The figures of an {@link EngineBenchmark} as bars: sentences a second of each variant. */
public final class EngineChart {

    private EngineChart() {}

    public static Chart of(EngineFigures figures) {
        List<String> names = figures.results().stream().map(EngineChart::name).toList();
        return BarChart.of("Translation speed, " + figures.model(), "variant, batch, × threads", "sentences/s", names)
                .with(
                        "sentences/s",
                        figures.results().stream()
                                .map(Result::sentencesPerSecond)
                                .toList());
    }

    private static String name(Result result) {
        var name = result.variant() + " " + result.batch();
        var search = result.beam() == 1 ? "" : " beam " + result.beam();
        return name + search + (result.threads() == 1 ? "" : " ×" + result.threads());
    }
}
