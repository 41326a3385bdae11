package io.lingoduct.bench;

import java.util.Arrays;
import java.util.List;

/** Medians of measurements. */
public final class Medians {

    private Medians() {}

    /** The middle value, or the mean of the two in the middle. */
    public static double of(double... values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** As {@link #of(double...)}. */
    public static double of(List<Double> values) {
        return of(values.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
