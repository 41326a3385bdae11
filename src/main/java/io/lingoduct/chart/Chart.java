package io.lingoduct.chart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A picture of figures: an SVG file, and a fragment for an {@link HtmlPage}. Charts are values. */
public sealed interface Chart permits LineChart, BarChart, HeatMap {

    String title();

    /** The chart as a {@code <figure>} that holds all it shows and has the colours of the page's theme. */
    String html();

    /** The chart as an SVG document in the colours of the light theme. */
    default String svg() {
        return Canvas.file(Drawing.of(this));
    }

    /** Writes {@link #svg()}. */
    default void write(Path file) throws IOException {
        Files.writeString(file, svg());
    }
}
