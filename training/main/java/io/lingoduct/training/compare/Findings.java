package io.lingoduct.training.compare;

import io.lingoduct.training.network.Cell;
import io.lingoduct.training.network.GradientProbe.Norms;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Answers of a comparison, one a line of its table: which cell is best by one figure, and the figure of each. */
final class Findings {

    /** A cell copies over a gap if it says this share of symbols right. */
    private static final double COPIED = 0.9;

    /** A gradient reaches as far back as it has this share of its norm. */
    private static final double REACHED = 0.01;

    private final Comparison figures;

    /**
     * One line of the table.
     *
     * @param best the cells that are ahead, several where they are level
     * @param values of all cells
     */
    record Finding(String question, String best, String values) {}

    Findings(Comparison figures) {
        this.figures = figures;
    }

    /** The findings that there are figures for. */
    List<Finding> all() {
        var findings = new ArrayList<Finding>();
        figures.cells()
                .get(0)
                .headline()
                .ifPresent(score -> add(
                        findings,
                        "best translations, BLEU on %s, %s".formatted(score.data(), score.search()),
                        "%.2f",
                        1,
                        CellResult::bleu));
        add(findings, "lowest perplexity on dev", "%.2f", -1, cell -> OptionalDouble.of(cell.devPerplexity()));
        add(findings, "fewest parameters", "%,.0f", -1, cell -> OptionalDouble.of(cell.parameters()));
        add(
                findings,
                "fastest training, target tokens/s",
                "%,.0f",
                1,
                cell -> OptionalDouble.of(cell.training().tokensPerSecond()));
        for (var search : figures.searches()) {
            add(
                    findings,
                    "fastest decoding, sentences/s, " + search,
                    "%,.0f",
                    1,
                    cell -> figures.sentencesPerSecond(cell, search));
        }
        var longest = figures.cells().get(0).gradient().trained().hidden().size() - 1;
        add(
                findings,
                "trained gradient, by h or c, keeps 1 %% of its norm over so many steps of %d".formatted(longest),
                "%.0f",
                1,
                cell -> OptionalDouble.of(reach(cell.gradient().trained())));
        if (!figures.copies().isEmpty()) {
            add(
                    findings,
                    "longest gap over which 90 % of symbols are copied",
                    "%.0f",
                    1,
                    cell -> OptionalDouble.of(longestGap(cell.cell())));
        }
        return findings;
    }

    private void add(
            List<Finding> findings,
            String question,
            String format,
            int sign,
            Function<CellResult, OptionalDouble> value) {
        var measured = figures.cells().stream()
                .filter(cell -> value.apply(cell).isPresent())
                .toList();
        // Level is what reads the same.
        Function<CellResult, String> shown =
                cell -> format(format, value.apply(cell).getAsDouble());
        var best = measured.stream()
                .max(Comparator.comparingDouble(cell -> sign * value.apply(cell).getAsDouble()));
        best.ifPresent(first -> findings.add(new Finding(
                question,
                measured.stream()
                        .filter(cell -> shown.apply(cell).equals(shown.apply(first)))
                        .map(CellResult::name)
                        .collect(Collectors.joining(", ")),
                measured.stream()
                        .map(cell -> cell.name() + " " + shown.apply(cell))
                        .collect(Collectors.joining(", ")))));
    }

    /** The longest distance up to which the norm keeps its share without a break, by the hidden state or the cell state. */
    static int reach(Norms norms) {
        return Math.max(reach(norms.hidden()), reach(norms.cell()));
    }

    private static int reach(List<Double> norms) {
        int k = 0;
        while (k + 1 < norms.size() && norms.get(k + 1) >= REACHED) {
            k++;
        }
        return k;
    }

    /** The longest gap up to which all gaps were copied over; 0 where none was. */
    int longestGap(Cell cell) {
        int longest = 0;
        for (int gap : figures.copyPlan().gaps()) {
            var copy = figures.copy(cell, gap);
            if (copy.isEmpty() || copy.get().symbols() < COPIED) {
                return longest;
            }
            longest = gap;
        }
        return longest;
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
