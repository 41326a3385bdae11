package io.lingoduct.bench.fidelity;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import io.lingoduct.bench.fidelity.FidelityFigures.Kept;
import io.lingoduct.chart.BarChart;
import io.lingoduct.chart.Chart;
import java.util.Locale;

/** The figures of a {@link FidelityBenchmark} as tables, as JSON and as a chart. */
public final class FidelityReport {

    private static final ObjectMapper JSON =
            new ObjectMapper().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);

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
        addScores(text, figures);
        addJunk(text, figures);
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

    private static void addScores(StringBuilder text, FidelityFigures figures) {
        var part = "";
        for (var score : figures.scores()) {
            if (!score.part().equals(part)) {
                part = score.part();
                add(text, "%n%-28s %12s %8s", part, score.metric(), "to plain");
            }
            add(text, "  %-26s %12.1f %+8.1f", score.guise(), score.value(), score.toPlain());
        }
        if (!figures.references()) {
            add(
                    text,
                    "%nDecoration is held against the plain sentence's own translation; case and typos are left out: they need"
                            + " --source and --references.");
        }
    }

    private static void addJunk(StringBuilder text, FidelityFigures figures) {
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
