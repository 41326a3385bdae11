package io.lingoduct.training.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Advice of a comparison on the cell to choose; every word of it is computed from the figures. */
final class Advice {

    /** BLEU that one run with one seed cannot tell apart. */
    static final double TIE = 0.5;

    private final Comparison figures;

    Advice(Comparison figures) {
        this.figures = figures;
    }

    /** The cell to choose, and a sentence for each that is behind; empty where no BLEU was measured. */
    List<String> sentences() {
        var scored =
                figures.cells().stream().filter(cell -> cell.bleu().isPresent()).toList();
        if (scored.isEmpty() || figures.searches().isEmpty()) {
            return List.of();
        }
        var search = figures.searches().get(0);
        var best = scored.stream()
                .max(Comparator.comparingDouble((CellResult cell) -> cell.bleu().getAsDouble())
                        .thenComparingDouble(
                                cell -> figures.sentencesPerSecond(cell, search).orElse(0)))
                .orElseThrow();
        double top = best.bleu().getAsDouble();
        var level = scored.stream()
                .filter(cell -> top - cell.bleu().getAsDouble() <= TIE)
                .toList();
        var fastest = level.stream()
                .max(Comparator.comparingDouble(
                        cell -> figures.sentencesPerSecond(cell, search).orElse(0)))
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
                best.name(), best.bleu().getAsDouble(), others);
    }

    private String choice(CellResult best, CellResult fastest, String search) {
        return format(
                "%s has the best BLEU (%.2f); choose %s where speed counts: it decodes %.2f times as fast (%s) and is only"
                        + " %.2f BLEU behind, which one run with one seed cannot tell apart.",
                best.name(),
                best.bleu().getAsDouble(),
                fastest.name(),
                ratio(fastest, best, search),
                search,
                best.bleu().getAsDouble() - fastest.bleu().getAsDouble());
    }

    private String behind(CellResult cell, CellResult best, String search) {
        return format(
                "%s is %.2f BLEU behind %s; it decodes %.2f times as fast (%s).",
                cell.name(),
                best.bleu().getAsDouble() - cell.bleu().getAsDouble(),
                best.name(),
                ratio(cell, best, search),
                search);
    }

    private double ratio(CellResult cell, CellResult other, String search) {
        return figures.sentencesPerSecond(cell, search).orElse(0)
                / figures.sentencesPerSecond(other, search).orElse(1);
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
