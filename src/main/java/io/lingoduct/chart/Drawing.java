package io.lingoduct.chart;

import java.util.function.Consumer;

/**
 * A chart laid out, ready for a canvas of that size.
 *
 * @param description for readers who do not see it
 */
record Drawing(int width, int height, String description, Consumer<Canvas> painting) {

    static final int WIDTH = 580;
    static final int HEIGHT = 350;

    static Drawing of(Chart chart) {
        if (chart instanceof LineChart line) {
            var description = line.title() + ": " + line.yLabel() + " over " + line.xLabel();
            return new Drawing(WIDTH, HEIGHT, description, canvas -> new LinePainter(line).paint(canvas));
        }
        if (chart instanceof BarChart bars) {
            var description = bars.title() + ": " + bars.yLabel() + " by " + bars.xLabel();
            return new Drawing(WIDTH, HEIGHT, description, canvas -> new BarPainter(bars).paint(canvas));
        }
        if (chart instanceof HeatMap map) {
            return new HeatMapPainter(map).drawing();
        }
        throw new IllegalArgumentException("no chart: " + chart);
    }
}
