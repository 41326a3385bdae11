package io.lingoduct.bench.fidelity.quality;

import java.util.List;
import java.util.stream.IntStream;

/** Estimates beside the shares that were usable, in tenths. */
public final class Reliability {

    private static final int BINS = 10;

    /**
     * Translations whose estimates are about equal.
     *
     * @param from the least estimate; the next bin begins a tenth above
     * @param texts how many
     * @param estimate their mean; not a number without any
     * @param usable share of them that was usable; not a number without any
     */
    public record Bin(double from, long texts, double estimate, double usable) {}

    private Reliability() {}

    public static List<Bin> bins(List<Judgement> judgements) {
        return IntStream.range(0, BINS).mapToObj(bin -> bin(bin, judgements)).toList();
    }

    /** Mean distance of a bin's estimate from its share, each bin weighing what it holds. */
    public static double gap(List<Judgement> judgements) {
        return bins(judgements).stream()
                        .filter(bin -> bin.texts() > 0)
                        .mapToDouble(bin -> bin.texts() * Math.abs(bin.estimate() - bin.usable()))
                        .sum()
                / judgements.size();
    }

    private static Bin bin(int number, List<Judgement> judgements) {
        var inside = judgements.stream()
                .filter(each -> Math.min(BINS - 1, (int) (each.estimate() * BINS)) == number)
                .toList();
        return new Bin(
                (double) number / BINS,
                inside.size(),
                inside.stream().mapToDouble(Judgement::estimate).average().orElse(Double.NaN),
                inside.stream()
                        .mapToDouble(each -> each.usable() ? 1 : 0)
                        .average()
                        .orElse(Double.NaN));
    }
}
