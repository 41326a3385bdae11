package io.lingoduct.chart;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Draws a {@link LineChart}. */
final class LinePainter {

    private static final int MOST_POINTS = 1500;
    private static final int MOST_DOTS = 40;
    private static final int X_TICKS = 7;
    private static final int Y_TICKS = 6;
    private static final double LOG_MARGIN = 0.04;
    private static final double FOOTER = 24;

    private final LineChart chart;
    private final List<Series> lines;

    LinePainter(LineChart chart) {
        this.chart = chart;
        this.lines = chart.series().stream()
                .map(line -> Thinning.thin(line.drawable(chart.logX(), chart.logY()), MOST_POINTS))
                .toList();
    }

    void paint(Canvas canvas) {
        var x = axis(Series::x, chart.logX(), X_TICKS, false);
        var y = axis(Series::y, chart.logY(), Y_TICKS, true);
        var names = lines.stream().map(Series::name).toList();
        var frame = Frame.paint(canvas, chart.title(), chart.xLabel(), chart.yLabel(), names, y, FOOTER);
        frame.columns(canvas, x);
        if (lines.stream().noneMatch(Series::hasPoints)) {
            frame.say(canvas, "no figures");
        }
        for (int i = 0; i < lines.size(); i++) {
            line(canvas, frame, x, y, lines.get(i), Ink.series(i));
        }
    }

    private Axis axis(Function<Series, double[]> values, boolean log, int ticks, boolean widen) {
        var shown = lines.stream()
                .filter(Series::hasPoints)
                .flatMapToDouble(line -> Arrays.stream(values.apply(line)))
                .filter(Double::isFinite)
                .toArray();
        if (shown.length == 0) {
            return new Axis(log ? 1 : 0, log ? 10 : 1, log, List.of());
        }
        double low = Arrays.stream(shown).min().getAsDouble();
        double high = Arrays.stream(shown).max().getAsDouble();
        boolean whole = Arrays.stream(shown).allMatch(value -> value == Math.rint(value));
        double room = log && widen ? Math.pow(high / low, LOG_MARGIN) : 1;
        return log
                ? Axis.logarithmic(low / room, high * room, ticks)
                : Axis.linear(low, high, ticks, whole && !widen, widen);
    }

    private static void line(Canvas canvas, Frame frame, Axis xAxis, Axis yAxis, Series line, Ink ink) {
        var x = Arrays.stream(line.x()).map(value -> frame.x(xAxis, value)).toArray();
        var y = Arrays.stream(line.y()).map(value -> frame.y(yAxis, value)).toArray();
        int from = 0;
        for (int i = 0; i <= y.length; i++) {
            if (i == y.length || Double.isNaN(y[i])) {
                piece(canvas, Arrays.copyOfRange(x, from, i), Arrays.copyOfRange(y, from, i), ink, y.length);
                from = i + 1;
            }
        }
    }

    private static void piece(Canvas canvas, double[] x, double[] y, Ink ink, int lineLength) {
        if (x.length > 1) {
            canvas.curve(x, y, ink);
        }
        if (x.length == 1 || lineLength <= MOST_DOTS) {
            for (int i = 0; i < x.length; i++) {
                canvas.dot(x[i], y[i], ink);
            }
        }
    }
}
