package io.lingoduct.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * Lines over a common x axis. A line of many points is thinned for drawing and keeps its peaks; what is not a finite
 * number, and on a logarithmic axis what is not positive, is a gap.
 *
 * @param xLabel with its unit, such as {@code update}
 * @param yLabel with its unit, such as {@code loss (nats per token)}
 */
public record LineChart(String title, String xLabel, String yLabel, boolean logX, boolean logY, List<Series> series)
        implements Chart {

    public LineChart {
        series = List.copyOf(series);
    }

    /** A chart with linear axes and no line yet. */
    public static LineChart of(String title, String xLabel, String yLabel) {
        return new LineChart(title, xLabel, yLabel, false, false, List.of());
    }

    public LineChart withLogX() {
        return new LineChart(title, xLabel, yLabel, true, logY, series);
    }

    public LineChart withLogY() {
        return new LineChart(title, xLabel, yLabel, logX, true, series);
    }

    /** With one more line; lines get their colours in this order. */
    public LineChart with(Series line) {
        var more = new ArrayList<>(series);
        more.add(line);
        return new LineChart(title, xLabel, yLabel, logX, logY, more);
    }

    /** With one more line, its points given as two arrays of one length. */
    public LineChart with(String name, double[] x, double[] y) {
        return with(new Series(name, x, y));
    }

    @Override
    public String html() {
        return "<figure>" + Canvas.element(Drawing.of(this)) + "</figure>\n";
    }
}
