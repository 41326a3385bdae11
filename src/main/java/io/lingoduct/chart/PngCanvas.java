package io.lingoduct.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Draws with Java2D, two pixels to the unit. */
final class PngCanvas implements Canvas {

    private static final int PIXELS_PER_UNIT = 2;
    private static final BasicStroke HAIR = new BasicStroke(1f);
    private static final BasicStroke CURVE = new BasicStroke(1.8f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);

    private final Graphics2D graphics;
    private final Theme theme;

    private PngCanvas(Graphics2D graphics, Theme theme) {
        this.graphics = graphics;
        this.theme = theme;
    }

    /** The picture as the bytes of a PNG. */
    static byte[] png(Drawing drawing, Theme theme) {
        var image = new BufferedImage(
                drawing.width() * PIXELS_PER_UNIT, drawing.height() * PIXELS_PER_UNIT, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.scale(PIXELS_PER_UNIT, PIXELS_PER_UNIT);
        var canvas = new PngCanvas(graphics, theme);
        canvas.area(0, 0, drawing.width(), drawing.height(), Ink.PAPER, 1);
        drawing.painting().accept(canvas);
        graphics.dispose();
        return encode(image);
    }

    private static byte[] encode(BufferedImage image) {
        var bytes = new ByteArrayOutputStream();
        // Given the plain stream, ImageIO would cache the picture in a file of its own.
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot encode a picture in memory", e);
        }
        return bytes.toByteArray();
    }

    private void ink(Ink ink) {
        graphics.setColor(new Color(theme.colour(ink)));
    }

    @Override
    public void line(double x1, double y1, double x2, double y2, Ink ink) {
        ink(ink);
        graphics.setStroke(HAIR);
        graphics.draw(new Line2D.Double(x1, y1, x2, y2));
    }

    @Override
    public void curve(double[] x, double[] y, Ink ink) {
        var path = new Path2D.Double();
        path.moveTo(x[0], y[0]);
        for (int i = 1; i < x.length; i++) {
            path.lineTo(x[i], y[i]);
        }
        ink(ink);
        graphics.setStroke(CURVE);
        graphics.draw(path);
    }

    @Override
    public void dot(double x, double y, Ink ink) {
        ink(ink);
        graphics.fill(new Ellipse2D.Double(x - 3.5, y - 3.5, 7, 7));
    }

    @Override
    public void area(double x, double y, double width, double height, Ink ink, double opacity) {
        int rgb = theme.colour(ink);
        graphics.setColor(new Color((int) Math.round(opacity * 255) << 24 | rgb, true));
        graphics.fill(new Rectangle2D.Double(x, y, width, height));
    }

    @Override
    public void text(String text, double x, double y, Anchor anchor, double degrees, int size, Ink ink) {
        ink(ink);
        graphics.setFont(new Font(Font.SANS_SERIF, size == TITLE_SIZE ? Font.BOLD : Font.PLAIN, size));
        double width = graphics.getFontMetrics().getStringBounds(text, graphics).getWidth();
        double start =
                switch (anchor) {
                    case START -> 0;
                    case MIDDLE -> -width / 2;
                    case END -> -width;
                };
        var upright = graphics.getTransform();
        graphics.translate(x, y);
        graphics.rotate(Math.toRadians(degrees));
        graphics.drawString(text, (float) start, 0);
        graphics.setTransform(upright);
    }
}
