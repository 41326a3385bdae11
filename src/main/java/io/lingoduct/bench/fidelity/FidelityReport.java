package io.lingoduct.bench.fidelity;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.lingoduct.bench.fidelity.FidelityFigures.Kept;
import io.lingoduct.bench.fidelity.FidelityFigures.Quality;
import io.lingoduct.bench.fidelity.cost.CostFigures;
import io.lingoduct.bench.fidelity.hostile.HostileFigure.Passage;
import io.lingoduct.bench.fidelity.probe.Part;
import io.lingoduct.chart.BarChart;
import io.lingoduct.chart.Chart;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The figures of a {@link FidelityBenchmark} as tables, as JSON and as a chart. */
public final class FidelityReport {

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new Jdk8Module())
            .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);

    private FidelityReport() {}

    public static String text(FidelityFigures figures) {
        var text = new StringBuilder();
        add(
                text,
                "%s: %,d texts in %,.0f s%s",
                figures.model(),
                figures.texts(),
                figures.seconds(),
                figures.stopped() ? ", stopped before the end" : "");
        addKept(text, figures);
        addLosses(text, figures);
        addScores(text, figures);
        addJunk(text, figures);
        figures.quality().ifPresent(quality -> addQuality(text, quality));
        addHostile(text, figures);
        addWays(text, figures);
        figures.cost().ifPresent(cost -> addCost(text, cost));
        return text.toString();
    }

    private static void addKept(StringBuilder text, FidelityFigures figures) {
        var part = "";
        for (var kept : figures.kept()) {
            if (!kept.part().equals(part)) {
                part = kept.part();
                add(text, "%n%-28s %10s %8s %8s", part, "came through", "of", "share");
            }
            add(text, "  %-26s %,12d %,8d %7.1f%%", kept.row(), kept.kept(), kept.of(), 100 * kept.share());
        }
    }

    private static void addLosses(StringBuilder text, FidelityFigures figures) {
        if (!figures.losses().isEmpty()) {
            add(
                    text,
                    "%n%-28s %10s %8s %8s %16s",
                    "around spans",
                    figures.losses().get(0).metric(),
                    "of twins",
                    "loss",
                    "likeness to twins");
        }
        for (var loss : figures.losses()) {
            add(
                    text,
                    "  %-26s %10.1f %8.1f %+8.1f %17.1f",
                    loss.row(),
                    loss.spans(),
                    loss.twins(),
                    loss.difference(),
                    loss.likeness());
        }
    }

    private static void addQuality(StringBuilder text, Quality quality) {
        add(text, "%n%-28s %12s %8s %8s", "quality estimate", "area of ROC", "texts", "usable");
        for (var ranking : quality.rankings()) {
            add(
                    text,
                    "  %-26s %12.3f %,8d %7.1f%%",
                    ranking.guise(),
                    ranking.area(),
                    ranking.texts(),
                    100 * ranking.usable());
        }
        if (quality.unknown() > 0) {
            add(text, "  %-26s %12s %,8d", "without an estimate", "", quality.unknown());
        }
        add(text, "%n%-28s %12s %8s %8s", "estimates, in tenths", "mean", "texts", "usable");
        for (var bin : quality.bins()) {
            if (bin.texts() > 0) {
                add(
                        text,
                        "  from %-21.1f %11.1f%% %,8d %7.1f%%",
                        bin.from(),
                        100 * bin.estimate(),
                        bin.texts(),
                        100 * bin.usable());
            }
        }
        add(text, "  %-26s %11.1f%%", "mean distance", 100 * quality.gap());
    }

    private static void addHostile(StringBuilder text, FidelityFigures figures) {
        if (figures.hostile().isEmpty()) {
            return;
        }
        var first = figures.hostile().get(0);
        add(
                text,
                "%n%-34s %-25s  %-19s  %s",
                "hostile texts, CPU ms per 100 kB",
                "model, " + characters(first.model()),
                "echo, " + characters(first.echo()),
                "with the model / echo");
        for (var figure : figures.hostile()) {
            add(
                    text,
                    "  %-32s %,12.0f %,12.0f  %,9.0f %,9.0f  %s / %s",
                    figure.text(),
                    figure.model().get(0).millisPer100kB(),
                    figure.model().get(1).millisPer100kB(),
                    figure.echo().get(0).millisPer100kB(),
                    figure.echo().get(1).millisPer100kB(),
                    outcomes(figure.model()),
                    outcomes(figure.echo()));
        }
    }

    private static String characters(List<Passage> passages) {
        return passages.stream()
                .map(passage -> String.format(Locale.ROOT, "%,d", passage.characters()))
                .collect(Collectors.joining(" and "));
    }

    private static String outcomes(List<Passage> passages) {
        return passages.stream().map(Passage::outcome).distinct().collect(Collectors.joining(", then "));
    }

    private static void addWays(StringBuilder text, FidelityFigures figures) {
        if (!figures.front().isEmpty()) {
            add(text, "%n%-28s %s", "ways of segments", "");
        }
        for (var part : figures.front()) {
            var ways = part.ways().entrySet().stream()
                    .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                    .map(way -> String.format(Locale.ROOT, "%s %.1f%%", way.getKey(), 100 * way.getValue()))
                    .collect(Collectors.joining(", "));
            add(text, "  %-26s %s", part.part(), ways);
        }
    }

    private static void addCost(StringBuilder text, CostFigures cost) {
        add(text, "%n%-28s %12s %17s", "cost of the front", "sentences/s", "CPU ms/sentence");
        add(
                text,
                "  %-26s %,12.1f %17.2f",
                "with it",
                cost.front().sentencesPerSecond(),
                cost.front().cpuMillis());
        add(
                text,
                "  %-26s %,12.1f %17.2f",
                "without it",
                cost.bare().sentencesPerSecond(),
                cost.bare().cpuMillis());
        add(text, "  %-26s %12.3f %17.3f", "ratio, median of " + cost.rounds(), cost.speedRatio(), cost.workRatio());
        add(text, "  %-26s %12.3f", "  least", cost.leastSpeedRatio());
        add(text, "  %-26s %12.3f", "  most", cost.mostSpeedRatio());
    }

    private static void addScores(StringBuilder text, FidelityFigures figures) {
        var part = "";
        for (var score : figures.scores()) {
            if (!score.part().equals(part)) {
                part = score.part();
                add(text, "%n%-28s %12s %8s", part, score.metric(), "to plain");
            }
            add(text, "  %-26s %12.1f %+8.1f", score.guise(), score.value(), score.toPlain());
        }
        boolean hasDecoration =
                figures.scores().stream().anyMatch(score -> score.part().equals(Part.DECORATION.label()));
        if (!figures.references() && hasDecoration) {
            add(
                    text,
                    "%nDecoration is held against the plain sentence's own translation; case and typos are left out: they need"
                            + " --source and --references.");
        }
    }

    private static void addJunk(StringBuilder text, FidelityFigures figures) {
        if (figures.junk().isEmpty()) {
            return;
        }
        add(text, "%n%-28s %12s %17s", "junk", "texts", "share");
        for (var junk : figures.junk()) {
            add(text, "  %-26s %,12d %16.1f%%", junk.sign(), junk.texts(), percent(junk.texts(), figures));
        }
        var all = figures.junkTexts();
        add(text, "  %-26s %,12d %16.1f%%", "any of them", all.texts(), percent(all.texts(), figures));
    }

    private static double percent(long texts, FidelityFigures figures) {
        return 100.0 * texts / Math.max(1, figures.texts());
    }

    private static void add(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    /** Names in snake_case; with the first few texts of each row that were found wanting. */
    public static String json(FidelityFigures figures) {
        return JSON.valueToTree(figures).toPrettyString() + "\n";
    }

    /** Shares of what came through, a bar for each row. */
    public static Chart chart(FidelityFigures figures) {
        return BarChart.of(
                        "What survives, " + figures.model(),
                        "kind",
                        "per cent",
                        figures.kept().stream().map(FidelityReport::name).toList())
                .with(
                        "came through",
                        figures.kept().stream().map(kept -> 100 * kept.share()).toList());
    }

    private static String name(Kept kept) {
        return kept.row().equals(Tally.ALL) ? "all " + kept.part() : kept.row();
    }
}
