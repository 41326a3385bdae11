package io.lingoduct.chart;

import java.util.Arrays;
import java.util.TreeSet;

/**
 * Fewer points for the same picture: the points are cut into equal runs, and of each run the first, the last, the
 * lowest, the highest and the first gap stay. Peaks survive, which an average or every n-th point would lose.
 */
final class Thinning {

    private static final int KEPT_PER_RUN = 5;

    private Thinning() {}

    /** The series itself if it has no more points than that. */
    static Series thin(Series series, int most) {
        if (series.size() <= most) {
            return series;
        }
        var x = series.x();
        var y = series.y();
        int runs = Math.max(1, most / KEPT_PER_RUN);
        var kept = new TreeSet<Integer>();
        for (int run = 0; run < runs; run++) {
            int from = (int) ((long) run * y.length / runs);
            int to = (int) ((long) (run + 1) * y.length / runs);
            keep(y, from, to, kept);
        }
        var indices = kept.stream().mapToInt(Integer::intValue).toArray();
        return new Series(series.name(), pick(x, indices), pick(y, indices));
    }

    private static void keep(double[] y, int from, int to, TreeSet<Integer> kept) {
        int lowest = from;
        int highest = from;
        int gap = -1;
        for (int i = from; i < to; i++) {
            if (!Double.isFinite(y[i])) {
                gap = gap < 0 ? i : gap;
                continue;
            }
            // A comparison with a gap is false both ways.
            lowest = y[lowest] <= y[i] ? lowest : i;
            highest = y[highest] >= y[i] ? highest : i;
        }
        kept.addAll(Arrays.asList(from, lowest, highest, to - 1));
        if (gap >= 0) {
            kept.add(gap);
        }
    }

    private static double[] pick(double[] values, int[] indices) {
        return Arrays.stream(indices).mapToDouble(i -> values[i]).toArray();
    }
}
