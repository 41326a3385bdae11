package io.lingoduct.chart;

import java.util.Arrays;

/**
 * A named line of points. A point whose y is not a finite number is a gap in the line.
 *
 * @param x [N], not falling
 * @param y [N]
 */
public record Series(String name, double[] x, double[] y) {

    public Series {
        if (x.length != y.length) {
            throw new IllegalArgumentException(name + ": " + x.length + " x values for " + y.length + " y values");
        }
        x = x.clone();
        y = y.clone();
    }

    int size() {
        return x.length;
    }

    @Override
    public double[] x() {
        return x.clone();
    }

    @Override
    public double[] y() {
        return y.clone();
    }

    /** Turns points that an axis cannot show into gaps: what is not finite, and what is not positive on a log axis. */
    Series drawable(boolean logX, boolean logY) {
        var drawnX = new double[size()];
        var drawnY = new double[size()];
        int n = 0;
        for (int i = 0; i < size(); i++) {
            if (shows(x[i], logX)) {
                drawnX[n] = x[i];
                drawnY[n++] = shows(y[i], logY) ? y[i] : Double.NaN;
            }
        }
        return new Series(name, Arrays.copyOf(drawnX, n), Arrays.copyOf(drawnY, n));
    }

    private static boolean shows(double value, boolean log) {
        return Double.isFinite(value) && (!log || value > 0);
    }

    /** Whether at least one point is no gap. */
    boolean hasPoints() {
        return Arrays.stream(y).anyMatch(Double::isFinite);
    }
}
