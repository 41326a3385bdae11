package io.lingoduct.chart;

import io.lingoduct.chart.Canvas.Anchor;
import java.util.List;

/** Draws a {@link HeatMap} for a file; in a page it is a table. */
final class HeatMapPainter {

    private static final double CELL = 28;
    private static final double MARGIN = 16;
    private static final double HEAD = 40;
    private static final double AXIS = 22;
    private static final double GAP = 8;
    private static final double SLANT = -60;

    private final HeatMap map;
    private final double left;
    private final double top;

    HeatMapPainter(HeatMap map) {
        this.map = map;
        this.left = MARGIN + AXIS + longest(map.rows()) + GAP;
        this.top = HEAD + AXIS + longest(map.columns()) * Math.sin(Math.toRadians(-SLANT)) + GAP;
    }

    private static double longest(List<String> labels) {
        return labels.stream()
                .mapToDouble(label -> Canvas.widthOf(label, Canvas.LABEL_SIZE))
                .max()
                .orElse(0);
    }

    Drawing drawing() {
        double overhang = longest(map.columns()) * Math.cos(Math.toRadians(SLANT));
        double grid = left + map.columns().size() * CELL + overhang;
        double title = MARGIN + Canvas.widthOf(map.title(), Canvas.TITLE_SIZE) * 1.1;
        return new Drawing(
                (int) Math.ceil(Math.max(grid, title) + MARGIN),
                (int) Math.ceil(top + map.rows().size() * CELL + MARGIN),
                map.title() + ": " + map.yLabel() + " by " + map.xLabel(),
                this::paint);
    }

    private void paint(Canvas canvas) {
        canvas.text(map.title(), MARGIN, 28, Anchor.START, 0, Canvas.TITLE_SIZE, Ink.TEXT);
        canvas.text(map.xLabel() + " →", left, HEAD + AXIS / 2, Anchor.START, 0, Canvas.LABEL_SIZE, Ink.FAINT);
        canvas.text(
                "← " + map.yLabel(), MARGIN + Canvas.LABEL_SIZE, top, Anchor.END, -90, Canvas.LABEL_SIZE, Ink.FAINT);
        for (int column = 0; column < map.columns().size(); column++) {
            double x = left + column * CELL + CELL / 2 + 4;
            canvas.text(map.columns().get(column), x, top - GAP, Anchor.START, SLANT, Canvas.LABEL_SIZE, Ink.TEXT);
        }
        for (int row = 0; row < map.rows().size(); row++) {
            double y = top + row * CELL;
            canvas.text(map.rows().get(row), left - GAP, y + CELL / 2 + 5, Anchor.END, 0, Canvas.LABEL_SIZE, Ink.TEXT);
            for (int column = 0; column < map.columns().size(); column++) {
                canvas.area(left + column * CELL, y, CELL, CELL, Ink.series(0), map.shade(row, column));
            }
        }
        grid(canvas);
    }

    private void grid(Canvas canvas) {
        double right = left + map.columns().size() * CELL;
        double bottom = top + map.rows().size() * CELL;
        for (int column = 0; column <= map.columns().size(); column++) {
            canvas.line(left + column * CELL, top, left + column * CELL, bottom, Ink.GRID);
        }
        for (int row = 0; row <= map.rows().size(); row++) {
            canvas.line(left, top + row * CELL, right, top + row * CELL, Ink.GRID);
        }
    }
}
