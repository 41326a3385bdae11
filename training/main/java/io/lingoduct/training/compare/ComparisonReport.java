package io.lingoduct.training.compare;

import io.lingoduct.chart.Chart;
import io.lingoduct.chart.HtmlPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Writes a comparison as a page, its charts as SVG files, and all its figures as JSON. */
final class ComparisonReport {

    static final String PAGE = "compare.html";
    static final String FIGURES = "compare.json";

    private final Comparison figures;
    private final List<Findings.Finding> findings;
    private final List<String> advice;
    private final ComparisonCharts charts;

    ComparisonReport(Comparison figures) {
        this.figures = figures;
        this.findings = new Findings(figures).all();
        this.advice = new Advice(figures).sentences();
        this.charts = new ComparisonCharts(figures);
    }

    /** Writes {@code compare.html}, {@code compare.json} and {@code *.svg}. */
    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        var json = new LinkedHashMap<String, Object>();
        json.put("findings", findings);
        json.put("advice", advice);
        json.put("figures", figures);
        ResultFile.write(folder.resolve(FIGURES), json);
        page().write(folder.resolve(PAGE));
        for (var group : List.of(charts.models(), charts.gradients(), charts.copies())) {
            for (var chart : group.entrySet()) {
                chart.getValue().write(folder.resolve(chart.getKey() + ".svg"));
            }
        }
    }

    private HtmlPage page() {
        var page = new HtmlPage("Cells compared: " + figures.name());
        page.paragraph(
                "The same model, trained with each cell on the same data, with the same vocabulary, seed and sizes."
                        + " One run each: differences of up to %s BLEU count as a tie.".formatted(Advice.TIE));
        page.section("Which cell to choose");
        advice.forEach(page::notice);
        page.table(
                List.of("", "ahead", "figures"),
                findings.stream()
                        .map(finding -> List.of(finding.question(), finding.best(), finding.values()))
                        .toList());
        page.section("Models").table(header(""), rows()).charts(all(charts.models()));
        page.paragraph(
                "Training speed is the median over the epochs, validation not counted. Decoding speed is that of the"
                        + " exported graph in ONNX Runtime on one core: %,d sentences in batches of up to 32, the median of %d"
                                .formatted(figures.decodedSentences(), figures.repetitions())
                        + " repetitions in which the cells take turns.");
        gradients(page);
        if (!figures.copies().isEmpty()) {
            copies(page);
        }
        return page;
    }

    private List<String> header(String first) {
        var header = new ArrayList<>(List.of(first));
        figures.cells().forEach(cell -> header.add(cell.name()));
        return header;
    }

    private List<List<String>> rows() {
        var rows = new ArrayList<List<String>>();
        figures.cells()
                .get(0)
                .scores()
                .forEach(score -> rows.add(
                        row(score.metric() + ", " + score.data() + ", " + score.search(), cell -> cell.scores().stream()
                                .filter(other -> other.metric().equals(score.metric())
                                        && other.data().equals(score.data())
                                        && other.search().equals(score.search()))
                                .map(other -> figure("%.2f", other.value()))
                                .findFirst()
                                .orElse(""))));
        rows.add(row("dev perplexity", cell -> figure("%.2f", cell.devPerplexity())));
        rows.add(row("parameters", cell -> figure("%,d", cell.parameters())));
        rows.add(row("epochs", cell -> figure("%d", cell.training().epochs())));
        rows.add(row("updates", cell -> figure("%,d", cell.training().updates())));
        rows.add(row("training time, s", cell -> figure("%,.0f", cell.training().seconds())));
        rows.add(row(
                "training, target tokens/s",
                cell -> figure("%,.0f", cell.training().tokensPerSecond())));
        for (var search : figures.searches()) {
            rows.add(row("decoding, sentences/s, " + search, cell -> figures.speed(cell.cell(), search)
                    .map(speed -> figure("%,.0f", speed.sentencesPerSecond()))
                    .orElse("")));
            rows.add(row("decoding, target tokens/s, " + search, cell -> figures.speed(cell.cell(), search)
                    .map(speed -> figure("%,.0f", speed.tokensPerSecond()))
                    .orElse("")));
        }
        return rows;
    }

    private List<String> row(String name, Function<CellResult, String> value) {
        var row = new ArrayList<>(List.of(name));
        figures.cells().forEach(cell -> row.add(value.apply(cell)));
        return row;
    }

    private void gradients(HtmlPage page) {
        page.section("How far back the gradient reaches")
                .paragraph(
                        "The norm of the gradient of one decoder step's loss by the hidden state k steps before it, relative"
                                + " to k = 0; the geometric mean over %d dev sentences."
                                        .formatted(figures.cells()
                                                .get(0)
                                                .gradient()
                                                .sentences())
                                + " A straight fall on this logarithmic axis is a gradient that vanishes exponentially: what lies"
                                + " that far back is not learnt from. An LSTM also carries a cell state c, whose gradient is"
                                + " relative to its own at k = 0. Recurrent matrices start orthogonal, which keeps the gradient of"
                                + " a plain RNN as long as its units are not saturated, and an LSTM starts with its forget gates"
                                + " open.")
                .charts(all(charts.gradients()));
    }

    private void copies(HtmlPage page) {
        var plan = figures.copyPlan();
        var task = plan.task();
        var training = plan.training();
        page.section("Copy after a gap")
                .paragraph(figure(
                        "A small network reads %d random symbols of %d, then a gap of random distractors, then a marker, and"
                                + " has to say the symbols. There is no attention, and the encoder reads in one direction:"
                                + " what is said has gone through the recurrence over the whole gap. %d units; %,d updates"
                                + " of %d sources whose gaps are drawn from 0 to the one of the chart; accuracy on %,d"
                                + " fresh sources with that gap. Guessing gets %.1f %% of symbols right.",
                        task.symbols(),
                        task.alphabet(),
                        training.hidden(),
                        training.updates(),
                        training.batch(),
                        training.tests(),
                        100 * task.chance()))
                .charts(all(charts.copies()))
                .table(header("gap: symbols, sequences right"), copyRows())
                .paragraph(
                        "The gradient is that of the first symbol's loss by the encoder's hidden state k steps before the"
                                + " marker; the gap shown is the one where the cells differ most.");
    }

    private List<List<String>> copyRows() {
        return figures.copyPlan().gaps().stream()
                .map(gap -> row(String.valueOf(gap), cell -> figures.copy(cell.cell(), gap)
                        .map(copy -> figure("%.1f %%, %.1f %%", 100 * copy.symbols(), 100 * copy.sequences()))
                        .orElse("")))
                .toList();
    }

    private static Chart[] all(Map<String, Chart> charts) {
        return charts.values().toArray(Chart[]::new);
    }

    private static String figure(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
