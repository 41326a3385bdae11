package io.lingoduct.training.report;

import io.lingoduct.chart.Chart;
import io.lingoduct.chart.HtmlPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes what a training run was and how it went: {@code report.html}, and its charts as SVG files. */
public final class RunReport {

    /** The report's name in the folder of a run. */
    public static final String FILE_NAME = "report.html";

    /** The folder of the charts in the folder of a run. */
    public static final String CHARTS = "charts";

    private final RunHistory history;
    private final RunSummary summary;
    private final Validations validations;

    private RunReport(RunHistory history, RunSummary summary) {
        this.history = history;
        this.summary = summary;
        this.validations = Validations.of(history);
    }

    /**
     * Writes or replaces the report of a run from its {@link RunLog#FILE_NAME}.
     *
     * @throws IOException if the log cannot be read or the report not be written
     */
    public static void write(Path runFolder, RunSummary summary) throws IOException {
        var history = RunHistory.of(RunLog.read(runFolder.resolve(RunLog.FILE_NAME)));
        new RunReport(history, summary).write(runFolder);
    }

    private void write(Path folder) throws IOException {
        var curves = Curves.of(history, validations);
        var attention = AttentionMaps.atTheEnd(history.alignments(), validations);
        var evolution = AttentionMaps.overTime(history.alignments(), validations);
        page(curves, attention, evolution).write(folder.resolve(FILE_NAME));
        var charts = Files.createDirectories(folder.resolve(CHARTS));
        for (var group : List.of(curves, attention, evolution)) {
            for (var chart : group.entrySet()) {
                chart.getValue().write(charts.resolve(chart.getKey() + ".svg"));
            }
        }
    }

    private HtmlPage page(Map<String, Chart> curves, Map<String, Chart> attention, Map<String, Chart> evolution) {
        var page = new HtmlPage("Training run " + summary.name());
        head(page);
        page.section("Curves").charts(curves.values().toArray(Chart[]::new));
        epochs(page);
        attention(page, attention, evolution);
        samples(page);
        if (!history.notes().isEmpty()) {
            page.section("Notes")
                    .table(
                            List.of("update", "what happened"),
                            history.notes().stream()
                                    .map(note -> List.of(count(note.update()), note.text()))
                                    .toList());
        }
        return page;
    }

    private void head(HtmlPage page) {
        var facts = new ArrayList<List<String>>();
        facts.add(List.of("languages", summary.sourceLanguage() + " → " + summary.targetLanguage()));
        if (summary.parameters() > 0) {
            facts.add(List.of("parameters", count(summary.parameters())));
        }
        facts.add(List.of("duration", duration(history.seconds())));
        facts.add(List.of("epochs", count(history.epochCount())));
        history.best().ifPresent(e -> {
            facts.add(List.of("best epoch", count(e.epoch())));
            facts.add(List.of("its dev BLEU", figure("%.2f", e.devBleu())));
            facts.add(List.of("its dev perplexity", figure("%.2f", e.devPerplexity())));
        });
        page.facts(facts);
        if (!summary.scores().isEmpty()) {
            page.table(
                    List.of("data", "search", "metric", "value"),
                    summary.scores().stream()
                            .map(s -> List.of(s.data(), s.search(), s.metric(), figure("%.2f", s.value())))
                            .toList());
        }
        page.details("Configuration", summary.config());
    }

    private void epochs(HtmlPage page) {
        page.section("Epochs");
        if (history.epochs().isEmpty()) {
            page.paragraph("No epoch has ended.");
            return;
        }
        page.table(
                List.of("epoch", "updates", "train loss", "dev perplexity", "dev BLEU", "tokens/s", "time", ""),
                history.epochs().stream()
                        .map(e -> List.of(
                                count(e.epoch()),
                                count(e.update()),
                                figure("%.4f", e.trainLoss()),
                                figure("%.2f", e.devPerplexity()),
                                figure("%.2f", e.devBleu()),
                                figure("%,.0f", e.tokensPerSecond()),
                                duration(e.seconds()),
                                validations.isBest(e.update()) ? "★ best" : ""))
                        .toList());
    }

    private static void attention(HtmlPage page, Map<String, Chart> attention, Map<String, Chart> evolution) {
        if (attention.isEmpty()) {
            return;
        }
        page.section("Attention")
                .paragraph(
                        "Each row is a target token, each column a source token; the stronger a cell's colour, the more of the"
                                + " row's attention it has. The weights of a row add up to 1.")
                .charts(attention.values().toArray(Chart[]::new));
        if (!evolution.isEmpty()) {
            page.subsection("Sentence 1 over the epochs")
                    .charts(evolution.values().toArray(Chart[]::new));
        }
    }

    private void samples(HtmlPage page) {
        var tables = SampleTables.of(history.samples(), validations, summary);
        if (!tables.isEmpty()) {
            page.section("Sample translations")
                    .paragraph("Words that the reference has too are marked."
                            + (validations.best().isPresent() ? " ★ best epoch." : ""))
                    .raw(tables);
        }
    }

    private static String count(long number) {
        return figure("%,d", number);
    }

    private static String figure(String format, Object number) {
        return String.format(Locale.ROOT, format, number);
    }

    private static String duration(double seconds) {
        long s = Math.round(seconds);
        return String.format(Locale.ROOT, "%d:%02d:%02d", s / 3600, s / 60 % 60, s % 60);
    }
}
