package io.lingoduct.chart;

import io.lingoduct.chart.BarChart.Bars;
import io.lingoduct.chart.Canvas.Anchor;
import java.util.Locale;
import java.util.stream.DoubleStream;

/** Draws a {@link BarChart}. */
final class BarPainter {

    private static final int TICKS = 6;
    private static final double SLANT = -30;
    private static final double GROUP_SHARE = 0.74;

    /** About what an axis leaves of a chart's width. */
    private static final double WIDTH = 480;

    private final BarChart chart;
    private final boolean slanted;
    private final boolean upright;

    BarPainter(BarChart chart) {
        this.chart = chart;
        double slot = WIDTH / Math.max(1, chart.categories().size());
        this.slanted = longestCategory() > slot;
        this.upright = longestFigure()
                > slot * GROUP_SHARE / Math.max(1, chart.groups().size());
    }

    private double longestFigure() {
        return values().map(value -> Canvas.widthOf(figure(value), Canvas.TICK_SIZE))
                .max()
                .orElse(0);
    }

    private DoubleStream values() {
        return chart.groups().stream()
                .flatMap(group -> group.values().stream())
                .mapToDouble(Double::doubleValue)
                .filter(Double::isFinite);
    }

    private double longestCategory() {
        return chart.categories().stream()
                .mapToDouble(name -> Canvas.widthOf(name, Canvas.TICK_SIZE))
                .max()
                .orElse(0);
    }

    void paint(Canvas canvas) {
        var y = axis();
        var names = chart.groups().stream().map(Bars::name).toList();
        double footer = slanted ? 20 + longestCategory() * Math.sin(Math.toRadians(-SLANT)) : 24;
        var frame = Frame.paint(canvas, chart.title(), chart.xLabel(), chart.yLabel(), names, y, footer);
        double slot =
                (frame.right() - frame.left()) / Math.max(1, chart.categories().size());
        for (int category = 0; category < chart.categories().size(); category++) {
            double left = frame.left() + slot * category;
            name(canvas, chart.categories().get(category), left + slot / 2, frame.bottom() + 18);
            double width = slot * GROUP_SHARE / Math.max(1, chart.groups().size());
            for (int group = 0; group < chart.groups().size(); group++) {
                double x = left + slot * (1 - GROUP_SHARE) / 2 + width * group;
                bar(
                        canvas,
                        frame,
                        y,
                        x,
                        width,
                        chart.groups().get(group).values().get(category),
                        Ink.series(group));
            }
        }
    }

    private Axis axis() {
        var shown = values().summaryStatistics();
        double low = Math.min(0, shown.getMin());
        double high = Math.max(0, shown.getMax());
        // With room for the figure on top of the highest bar.
        double room = upright ? 1.15 : 1.06;
        return shown.getCount() == 0 || low == high
                ? Axis.linear(0, 1, TICKS, false, true)
                : Axis.linear(low * room, high * room, TICKS, false, true);
    }

    private void name(Canvas canvas, String category, double x, double y) {
        canvas.text(
                category, x, y, slanted ? Anchor.END : Anchor.MIDDLE, slanted ? SLANT : 0, Canvas.TICK_SIZE, Ink.TEXT);
    }

    private void bar(Canvas canvas, Frame frame, Axis axis, double x, double width, double value, Ink ink) {
        if (!Double.isFinite(value)) {
            return;
        }
        double zero = frame.y(axis, 0);
        double end = frame.y(axis, value);
        canvas.area(x + 1, Math.min(zero, end), Math.max(1, width - 2), Math.abs(zero - end), ink, 1);
        var label = figure(value);
        double above = value >= 0 ? end - 5 : end + (upright ? 5 : 16);
        var anchor = !upright ? Anchor.MIDDLE : value >= 0 ? Anchor.START : Anchor.END;
        canvas.text(
                label, x + width / 2 + (upright ? 4 : 0), above, anchor, upright ? -90 : 0, Canvas.TICK_SIZE, Ink.TEXT);
    }

    private static String figure(double value) {
        double size = Math.abs(value);
        if (size != 0 && size < 0.01) {
            return String.format(Locale.ROOT, "%.1e", value).replace("e-0", "e-");
        }
        return String.format(Locale.ROOT, size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : "%.2f", value);
    }
}
