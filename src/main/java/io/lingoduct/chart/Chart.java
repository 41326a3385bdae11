package io.lingoduct.chart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A picture of figures: a PNG file, and a fragment for an {@link HtmlPage}. Charts are values. A fragment can be made
 * by any Java; a PNG needs no display, but Java's AWT and a font.
 */
public sealed interface Chart permits LineChart, BarChart, HeatMap {

    String title();

    /** The chart as a {@code <figure>} that holds all it shows and has the colours of the page's theme. */
    String html();

    /**
     * The chart as a PNG of twice its nominal size, so that it is sharp in print and on dense screens.
     *
     * @throws IllegalStateException if this Java cannot draw, see {@link #obstacle()}
     */
    default byte[] png(Theme theme) {
        obstacle().ifPresent(reason -> {
            throw new IllegalStateException(reason);
        });
        return PngCanvas.png(Drawing.of(this), theme);
    }

    /**
     * Writes the chart in the light theme.
     *
     * @throws IllegalStateException if this Java cannot draw, see {@link #obstacle()}
     */
    default void writePng(Path file) throws IOException {
        Files.write(file, png(Theme.LIGHT));
    }

    /** Why this Java cannot draw PNGs, such as a runtime without AWT or without fonts; empty where it can. */
    static Optional<String> obstacle() {
        return AwtProbe.OBSTACLE;
    }
}
