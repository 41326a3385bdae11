package io.lingoduct.bench;

/** Percentiles without interpolation: each is a value that occurred. */
public final class Percentiles {

    private Percentiles() {}

    /**
     * The smallest value that so large a share of the values does not exceed.
     *
     * @param ascending at least one
     * @param share from 0 to 1
     */
    public static double of(long[] ascending, double share) {
        return ascending[(int) Math.max(0, Math.ceil(share * ascending.length) - 1)];
    }
}
