package io.lingoduct.chart;

/**
 * What charts are drawn on: a picture for a page, or one for a file. Lengths are in units of a CSS pixel, y grows
 * downwards.
 */
interface Canvas {

    /** Which end of a text its position names. */
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    /** Font sizes; nothing on a chart is smaller than the last. */
    int TITLE_SIZE = 16;

    int LABEL_SIZE = 13;

    int TICK_SIZE = 12;

    void line(double x1, double y1, double x2, double y2, Ink ink);

    /** A curve through points, at least one. */
    void curve(double[] x, double[] y, Ink ink);

    void dot(double x, double y, Ink ink);

    /** A filled area. */
    void area(double x, double y, double width, double height, Ink ink, double opacity);

    /**
     * One line of text.
     *
     * @param y of its base line
     * @param degrees that it turns clockwise around its position
     */
    void text(String text, double x, double y, Anchor anchor, double degrees, int size, Ink ink);

    /**
     * How wide a text may become. An estimate, so that a chart has one layout whatever draws it: the reader's fonts are not
     * known here.
     */
    static double widthOf(String text, int size) {
        return text.codePoints()
                        .mapToDouble(c -> Character.isIdeographic(c) ? 1.0 : 0.61)
                        .sum()
                * size;
    }
}
