package io.lingoduct.chart;

import java.util.function.Consumer;

/** A chart laid out, ready for any canvas of that size. */
record Drawing(int width, int height, Consumer<Canvas> painting) {

    static final int WIDTH = 580;
    static final int HEIGHT = 350;

    static Drawing of(Chart chart) {
        if (chart instanceof LineChart line) {
            return new Drawing(WIDTH, HEIGHT, canvas -> new LinePainter(line).paint(canvas));
        }
        if (chart instanceof BarChart bars) {
            return new Drawing(WIDTH, HEIGHT, canvas -> new BarPainter(bars).paint(canvas));
        }
        if (chart instanceof HeatMap map) {
            return new HeatMapPainter(map).drawing();
        }
        throw new IllegalArgumentException("no chart: " + chart);
    }
}
