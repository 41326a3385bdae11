package io.lingoduct.chart;

import io.lingoduct.chart.Canvas.Anchor;
import java.util.ArrayList;
import java.util.List;

/**
 * Surroundings of a plot, which line and bar charts share: title, legend, axis labels, grid, and the plot between them.
 *
 * @param left the x of the plot's left edge
 * @param top the y of the plot's upper edge
 * @param right the x of the plot's right edge
 * @param bottom the y of the plot's lower edge
 */
record Frame(double left, double top, double right, double bottom) {

    private static final double MARGIN = 16;
    private static final double KEY = 22;
    private static final double ROW = 20;

    /** An entry of the legend. */
    private record Entry(String name, int series, double x, double y) {}

    /** Draws the surroundings of a plot and says where the plot is. */
    static Frame paint(
            Canvas canvas, String title, String xLabel, String yLabel, List<String> names, Axis y, double footer) {
        canvas.text(title, MARGIN, 28, Anchor.START, 0, Canvas.TITLE_SIZE, Ink.TEXT);
        var legend = names.size() > 1 ? legend(names) : List.<Entry>of();
        for (var entry : legend) {
            canvas.area(entry.x(), entry.y() - 8, 14, 8, Ink.series(entry.series()), 1);
            canvas.text(entry.name(), entry.x() + KEY, entry.y(), Anchor.START, 0, Canvas.LABEL_SIZE, Ink.TEXT);
        }
        double top = (legend.isEmpty() ? 28 : legend.get(legend.size() - 1).y()) + 20;
        double widest = y.ticks().stream()
                .mapToDouble(tick -> Canvas.widthOf(tick.label(), Canvas.TICK_SIZE))
                .max()
                .orElse(0);
        var frame = new Frame(
                MARGIN + ROW + widest + 8, top, Drawing.WIDTH - MARGIN - 12, Drawing.HEIGHT - MARGIN - ROW - footer);
        frame.labels(canvas, xLabel, yLabel);
        frame.rows(canvas, y);
        return frame;
    }

    private static List<Entry> legend(List<String> names) {
        var entries = new ArrayList<Entry>();
        double x = MARGIN;
        double y = 28 + ROW + 2;
        for (int i = 0; i < names.size(); i++) {
            double width = KEY + Canvas.widthOf(names.get(i), Canvas.LABEL_SIZE);
            if (x > MARGIN && x + width > Drawing.WIDTH - MARGIN) {
                x = MARGIN;
                y += ROW;
            }
            entries.add(new Entry(names.get(i), i, x, y));
            x += width + 10;
        }
        return entries;
    }

    private void labels(Canvas canvas, String xLabel, String yLabel) {
        canvas.text(
                xLabel, (left + right) / 2, Drawing.HEIGHT - MARGIN, Anchor.MIDDLE, 0, Canvas.LABEL_SIZE, Ink.FAINT);
        canvas.text(yLabel, MARGIN + 8, (top + bottom) / 2, Anchor.MIDDLE, -90, Canvas.LABEL_SIZE, Ink.FAINT);
    }

    private void rows(Canvas canvas, Axis axis) {
        for (var tick : axis.ticks()) {
            double y = y(axis, tick.value());
            canvas.line(left, y, right, y, Ink.GRID);
            canvas.text(tick.label(), left - 8, y + 4, Anchor.END, 0, Canvas.TICK_SIZE, Ink.FAINT);
        }
    }

    void columns(Canvas canvas, Axis axis) {
        for (var tick : axis.ticks()) {
            double x = x(axis, tick.value());
            canvas.line(x, top, x, bottom, Ink.GRID);
            canvas.text(tick.label(), x, bottom + 18, Anchor.MIDDLE, 0, Canvas.TICK_SIZE, Ink.FAINT);
        }
    }

    double x(Axis axis, double value) {
        return left + axis.share(value) * (right - left);
    }

    double y(Axis axis, double value) {
        return bottom - axis.share(value) * (bottom - top);
    }

    void say(Canvas canvas, String text) {
        canvas.text(text, (left + right) / 2, (top + bottom) / 2, Anchor.MIDDLE, 0, Canvas.LABEL_SIZE, Ink.FAINT);
    }
}
