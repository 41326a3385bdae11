package io.lingoduct.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;

/**
 * One axis: its range, and round numbers to label it with.
 *
 * @param low the value at its start
 * @param high the value at its end
 */
record Axis(double low, double high, boolean log, List<Tick> ticks) {

    private static final int MOST_DECADES = 8;

    /** A value that is labelled. */
    record Tick(double value, String label) {}

    /** Position of a value, from 0 at the start to 1 at the end. */
    double share(double value) {
        return log
                ? (Math.log(value) - Math.log(low)) / (Math.log(high) - Math.log(low))
                : (value - low) / (high - low);
    }

    /**
     * A linear axis that shows a range. It begins at zero if the range does so nearly.
     *
     * @param most ticks
     * @param whole whether values are whole numbers, and ticks too
     * @param widen whether to widen the range to whole steps
     */
    static Axis linear(double low, double high, int most, boolean whole, boolean widen) {
        double from = low;
        double to = high;
        if (from == to) {
            double room = from == 0 ? 1 : Math.abs(from) * 0.1;
            from -= whole ? 1 : room;
            to += whole ? 1 : room;
        }
        if (from > 0 && from < (widen ? 0.35 : 0.05) * to) {
            from = 0;
        }
        double step = step(from, to, most, whole);
        if (widen) {
            from = Math.floor(from / step + 1e-9) * step;
            to = Math.ceil(to / step - 1e-9) * step;
        }
        return new Axis(from, to, false, steps(from, to, step));
    }

    /** A logarithmic axis of a range above zero. */
    static Axis logarithmic(double low, double high, int most) {
        double from = low == high ? low / 2 : low;
        double to = low == high ? high * 2 : high;
        int first = (int) Math.floor(Math.log10(from) + 1e-9);
        int last = (int) Math.ceil(Math.log10(to) - 1e-9);
        var mantissas = last - first > 3 ? new int[] {1} : new int[] {1, 2, 5};
        int stride = Math.max(1, (int) Math.ceil((last - first) / (double) MOST_DECADES));
        var ticks = new ArrayList<Tick>();
        for (int decade = first; decade <= last; decade += stride) {
            for (int mantissa : mantissas) {
                double value = mantissa * Math.pow(10, decade);
                if (value >= from * (1 - 1e-9) && value <= to * (1 + 1e-9)) {
                    ticks.add(new Tick(value, power(mantissa, decade)));
                }
            }
        }
        // Less than half a decade: the round numbers of a linear axis are closer together.
        return new Axis(from, to, true, ticks.size() >= 3 ? ticks : steps(from, to, step(from, to, most, false)));
    }

    private static double step(double from, double to, int most, boolean whole) {
        double least = (to - from) / most;
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        double step = power * 10;
        for (int factor : new int[] {5, 2, 1}) {
            if (factor * power >= least * (1 - 1e-9)) {
                step = factor * power;
            }
        }
        return whole ? Math.max(1, step) : step;
    }

    private static List<Tick> steps(double from, double to, double step) {
        var format = format(step, Math.max(Math.abs(from), Math.abs(to)));
        var ticks = new ArrayList<Tick>();
        for (long n = (long) Math.ceil(from / step - 1e-9); n * step <= to + step * 1e-9; n++) {
            ticks.add(new Tick(n * step, format.apply(n * step)));
        }
        return ticks;
    }

    private static DoubleFunction<String> format(double step, double largest) {
        int exponent = (int) Math.floor(Math.log10(step) + 1e-9);
        if (largest >= 1e7 || largest < 1e-4) {
            int scale = (int) Math.floor(Math.log10(largest) + 1e-9);
            return value ->
                    value == 0 ? "0" : plain(value / Math.pow(10, scale), Math.max(0, scale - exponent)) + "e" + scale;
        }
        return value -> plain(value, Math.max(0, -exponent));
    }

    private static String plain(double value, int decimals) {
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }

    private static String power(int mantissa, int decade) {
        return decade >= -3 && decade <= 5
                ? plain(mantissa * Math.pow(10, decade), Math.max(0, -decade))
                : mantissa + "e" + decade;
    }
}
