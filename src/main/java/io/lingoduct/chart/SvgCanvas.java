package io.lingoduct.chart;

import java.util.Locale;

/** Draws as SVG inside a page, in the colours of the page's theme. */
final class SvgCanvas implements Canvas {

    private final StringBuilder svg = new StringBuilder();

    /** The picture as an {@code <svg>} element that fills the width it is given. */
    static String svg(Drawing drawing, String description) {
        var canvas = new SvgCanvas();
        drawing.painting().accept(canvas);
        return "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">\n%s</svg>\n"
                .formatted(drawing.width(), drawing.height(), Html.escape(description), canvas.svg);
    }

    private void add(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values));
    }

    private static double tenths(double length) {
        return Math.round(length * 10) / 10.0;
    }

    @Override
    public void line(double x1, double y1, double x2, double y2, Ink ink) {
        add(
                "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" style=\"stroke:var(%s)\"/>\n",
                x1, y1, x2, y2, ink.variable());
    }

    @Override
    public void curve(double[] x, double[] y, Ink ink) {
        add("<polyline style=\"stroke:var(%s)\" points=\"", ink.variable());
        for (int i = 0; i < x.length; i++) {
            svg.append(tenths(x[i])).append(',').append(tenths(y[i])).append(' ');
        }
        add("\"/>\n");
    }

    @Override
    public void dot(double x, double y, Ink ink) {
        add("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3.5\" style=\"fill:var(%s)\"/>\n", x, y, ink.variable());
    }

    @Override
    public void area(double x, double y, double width, double height, Ink ink, double opacity) {
        add(
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" style=\"fill:var(%s);opacity:%.2f\"/>\n",
                x, y, width, height, ink.variable(), opacity);
    }

    @Override
    public void text(String text, double x, double y, Anchor anchor, double degrees, int size, Ink ink) {
        add(
                "<text transform=\"translate(%.1f %.1f) rotate(%.0f)\" text-anchor=\"%s\""
                        + " style=\"font-size:%dpx;fill:var(%s)%s\">%s</text>\n",
                x,
                y,
                degrees,
                anchor.name().toLowerCase(Locale.ROOT),
                size,
                ink.variable(),
                size == TITLE_SIZE ? ";font-weight:600" : "",
                Html.escape(text));
    }
}
