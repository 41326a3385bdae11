package io.lingoduct.model.bundle;

import java.nio.file.Path;

/** A model bundle was refused: names the file and the cause, and happens before any message is consumed. */
public class BundleException extends RuntimeException {

    private final Path file;

    public BundleException(Path file, String reason) {
        super(file + ": " + reason);
        this.file = file;
    }

    public BundleException(Path file, String reason, Throwable cause) {
        super(file + ": " + reason, cause);
        this.file = file;
    }

    /** The file or folder at fault. */
    public Path file() {
        return file;
    }
}
