package io.lingoduct.chart;

import io.lingoduct.chart.Canvas.Anchor;
import java.util.Optional;

/** Finds out, once and by trying, whether this Java draws text. Names no class of AWT, which may not be there. */
final class AwtProbe {

    static final Optional<String> OBSTACLE = find();

    private AwtProbe() {}

    private static Optional<String> find() {
        // A DISPLAY variable that leads nowhere must not stop what needs no display.
        if (System.getProperty("java.awt.headless") == null) {
            System.setProperty("java.awt.headless", "true");
        }
        try {
            PngCanvas.png(
                    new Drawing(8, 8, canvas -> canvas.text("x", 0, 8, Anchor.START, 0, Canvas.TICK_SIZE, Ink.TEXT)),
                    Theme.LIGHT);
            return Optional.empty();
        } catch (LinkageError | InternalError | RuntimeException e) {
            // What a runtime without AWT, without its native libraries or without fonts throws differs by version.
            return Optional.of("this Java runtime cannot draw (" + e
                    + "); use one with the java.desktop module, fontconfig and a font");
        }
    }
}
