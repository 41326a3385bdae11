package io.lingoduct.training.compare;

import io.lingoduct.training.compare.CellResult.Score;
import io.lingoduct.training.network.Cell;
import io.lingoduct.training.network.GradientProbe.Norms;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the figures of a comparison say about which cell to choose; every word of it is computed from them. */
final class Conclusion {

    /** BLEU that one run with one seed cannot tell apart. */
    static final double TIE = 0.5;

    /** A cell copies over a gap if it says this share of symbols right. */
    static final double COPIED = 0.9;

    /** A gradient reaches as far back as it has this share of its norm. */
    static final double REACHED = 0.01;

    private final Comparison figures;

    /**
     * One line of the table.
     *
     * @param best the cells that are ahead, several where they are level
     * @param values of all cells
     */
    record Finding(String question, String best, String values) {}

    Conclusion(Comparison figures) {
        this.figures = figures;
    }

    /** The findings that there are figures for. */
    List<Finding> findings() {
        var findings = new ArrayList<Finding>();
        headline(figures.cells().get(0))
                .ifPresent(score -> add(
                        findings,
                        "best translations, BLEU on %s, %s".formatted(score.data(), score.search()),
                        "%.2f",
                        1,
                        this::bleu));
        add(findings, "lowest perplexity on dev", "%.2f", -1, cell -> OptionalDouble.of(cell.devPerplexity()));
        add(findings, "fewest parameters", "%,.0f", -1, cell -> OptionalDouble.of(cell.parameters()));
        add(
                findings,
                "fastest training, target tokens/s",
                "%,.0f",
                1,
                cell -> OptionalDouble.of(cell.training().tokensPerSecond()));
        for (var search : figures.searches()) {
            add(findings, "fastest decoding, sentences/s, " + search, "%,.0f", 1, cell -> speed(cell, search));
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

    /** Which cell to choose, in a sentence or two; empty where no BLEU was measured. */
    List<String> advice() {
        var scored =
                figures.cells().stream().filter(cell -> bleu(cell).isPresent()).toList();
        if (scored.isEmpty() || figures.searches().isEmpty()) {
            return List.of();
        }
        var search = figures.searches().get(0);
        var best = scored.stream()
                .max(Comparator.comparingDouble((CellResult cell) -> bleu(cell).getAsDouble())
                        .thenComparingDouble(cell -> speed(cell, search).orElse(0)))
                .orElseThrow();
        double top = bleu(best).getAsDouble();
        var level = scored.stream()
                .filter(cell -> top - bleu(cell).getAsDouble() <= TIE)
                .toList();
        var fastest = level.stream()
                .max(Comparator.comparingDouble(cell -> speed(cell, search).orElse(0)))
                .orElseThrow();
        var advice = new ArrayList<String>();
        advice.add(fastest == best ? undisputed(best, level) : choice(best, fastest, search));
        scored.stream()
                .filter(cell -> !level.contains(cell))
                .map(cell -> behind(cell, best, search))
                .forEach(advice::add);
        return advice;
    }

    private String undisputed(CellResult best, List<CellResult> level) {
        var others = level.size() == 1
                ? "no other cell comes within %s BLEU of it".formatted(TIE)
                : "of the cells within %s BLEU of it none is faster".formatted(TIE);
        return format(
                "Choose %s: it has the best BLEU (%.2f), and %s.",
                name(best), bleu(best).getAsDouble(), others);
    }

    private String choice(CellResult best, CellResult fastest, String search) {
        return format(
                "%s has the best BLEU (%.2f); choose %s where speed counts: it decodes %.2f times as fast (%s) and is only"
                        + " %.2f BLEU behind, which one run with one seed cannot tell apart.",
                name(best),
                bleu(best).getAsDouble(),
                name(fastest),
                ratio(fastest, best, search),
                search,
                bleu(best).getAsDouble() - bleu(fastest).getAsDouble());
    }

    private String behind(CellResult cell, CellResult best, String search) {
        return format(
                "%s is %.2f BLEU behind %s; it decodes %.2f times as fast (%s).",
                name(cell),
                bleu(best).getAsDouble() - bleu(cell).getAsDouble(),
                name(best),
                ratio(cell, best, search),
                search);
    }

    private double ratio(CellResult cell, CellResult other, String search) {
        return speed(cell, search).orElse(0) / speed(other, search).orElse(1);
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
                        .map(Conclusion::name)
                        .collect(Collectors.joining(", ")),
                measured.stream()
                        .map(cell -> name(cell) + " " + shown.apply(cell))
                        .collect(Collectors.joining(", ")))));
    }

    private OptionalDouble speed(CellResult cell, String search) {
        var speed = figures.speed(cell.cell(), search);
        return speed.isPresent() ? OptionalDouble.of(speed.get().sentencesPerSecond()) : OptionalDouble.empty();
    }

    private OptionalDouble bleu(CellResult cell) {
        var score = headline(cell);
        return score.isPresent() ? OptionalDouble.of(score.get().value()) : OptionalDouble.empty();
    }

    /** Its BLEU on the test set, or else on the dev set, with beam search, or else greedy. */
    static Optional<Score> headline(CellResult cell) {
        return cell.scores().stream()
                .filter(score -> score.metric().equals("BLEU"))
                .max(Comparator.comparing((Score score) -> score.data().endsWith("test"))
                        .thenComparing(score -> !score.search().equals("greedy")));
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

    static String name(CellResult cell) {
        return cell.cell().name().toLowerCase(Locale.ROOT);
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
