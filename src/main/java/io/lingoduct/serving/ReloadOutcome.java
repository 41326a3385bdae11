package io.lingoduct.serving;

import io.lingoduct.model.ModelInfo;
import java.nio.file.Path;

/**
 * Result of a look for a new version of a bundle.
 *
 * @param model the model that serves from now on
 * @param reason why a bundle was refused: its file and the cause; empty otherwise
 */
public record ReloadOutcome(Path folder, Kind kind, ModelInfo model, String reason) {

    /** The end of a look. */
    public enum Kind {
        /** The folder holds the bundle that serves already. */
        UNCHANGED,
        /** The folder's bundle serves now. */
        SWAPPED,
        /** The folder's bundle cannot serve; the one before it does. */
        REFUSED
    }
}
