package io.lingoduct.chart;

import java.util.Locale;
import java.util.function.Function;

/** An SVG picture that charts are drawn on. Lengths are in units of a CSS pixel, y grows downwards. */
final class Canvas {

    /** The end of a text that its position names. */
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    /** Font sizes; nothing on a chart is smaller than the last. */
    static final int TITLE_SIZE = 16;

    static final int LABEL_SIZE = 13;

    static final int TICK_SIZE = 12;

    private static final String FONTS = "system-ui, -apple-system, 'Segoe UI', 'DejaVu Sans', sans-serif";

    private final StringBuilder svg = new StringBuilder();
    private final Function<Ink, String> colours;

    private Canvas(Function<Ink, String> colours) {
        this.colours = colours;
    }

    /** The drawing as an element of a page, which fills the width it is given and has the colours of the page's theme. */
    static String element(Drawing drawing) {
        var canvas = new Canvas(ink -> "var(" + ink.variable() + ")");
        drawing.painting().accept(canvas);
        return "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">\n%s</svg>\n"
                .formatted(drawing.width(), drawing.height(), Html.escape(drawing.description()), canvas.svg);
    }

    /** The drawing as a file. Its colours are written out, since many programs that show SVG know no CSS variables. */
    static String file(Drawing drawing) {
        var canvas = new Canvas(Ink::light);
        canvas.area(0, 0, drawing.width(), drawing.height(), Ink.PAPER, 1);
        drawing.painting().accept(canvas);
        return ("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%1$d\" height=\"%2$d\" viewBox=\"0 0 %1$d %2$d\" role=\"img\""
                        + " aria-label=\"%3$s\" font-family=\"%4$s\">\n%5$s</svg>\n")
                .formatted(drawing.width(), drawing.height(), Html.escape(drawing.description()), FONTS, canvas.svg);
    }

    private void add(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values));
    }

    private static double tenths(double length) {
        return Math.round(length * 10) / 10.0;
    }

    void line(double x1, double y1, double x2, double y2, Ink ink) {
        add(
                "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" style=\"stroke:%s\"/>\n",
                x1, y1, x2, y2, colours.apply(ink));
    }

    /** A curve through points, at least one. */
    void curve(double[] x, double[] y, Ink ink) {
        add(
                "<polyline fill=\"none\" stroke-width=\"1.8\" stroke-linecap=\"round\" stroke-linejoin=\"round\""
                        + " style=\"stroke:%s\" points=\"",
                colours.apply(ink));
        for (int i = 0; i < x.length; i++) {
            svg.append(tenths(x[i])).append(',').append(tenths(y[i])).append(' ');
        }
        add("\"/>\n");
    }

    void dot(double x, double y, Ink ink) {
        add("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3.5\" style=\"fill:%s\"/>\n", x, y, colours.apply(ink));
    }

    /** A filled area. */
    void area(double x, double y, double width, double height, Ink ink, double opacity) {
        add(
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" style=\"fill:%s;opacity:%.2f\"/>\n",
                x, y, width, height, colours.apply(ink), opacity);
    }

    /**
     * One line of text.
     *
     * @param y of its base line
     * @param degrees that it turns clockwise around its position
     */
    void text(String text, double x, double y, Anchor anchor, double degrees, int size, Ink ink) {
        add(
                "<text transform=\"translate(%.1f %.1f) rotate(%.0f)\" text-anchor=\"%s\""
                        + " style=\"font-size:%dpx;fill:%s%s\">%s</text>\n",
                x,
                y,
                degrees,
                anchor.name().toLowerCase(Locale.ROOT),
                size,
                colours.apply(ink),
                size == TITLE_SIZE ? ";font-weight:600" : "",
                Html.escape(text));
    }

    /** Estimated width of a text; the reader's fonts are not known here. */
    static double widthOf(String text, int size) {
        return text.codePoints()
                        .mapToDouble(c -> Character.isIdeographic(c) ? 1.0 : 0.61)
                        .sum()
                * size;
    }
}
