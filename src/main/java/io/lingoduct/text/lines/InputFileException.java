package io.lingoduct.text.lines;

import java.nio.file.Path;

/** A file that the user named cannot be used; the message names it and the cause. */
public final class InputFileException extends RuntimeException {

    private final transient Path file;
    private final String reason;

    public InputFileException(Path file, String reason, Throwable cause) {
        super(file + ": " + reason, cause);
        this.file = file;
        this.reason = reason;
    }

    public InputFileException(Path file, String reason) {
        this(file, reason, null);
    }

    public Path file() {
        return file;
    }

    /** The cause alone. */
    public String reason() {
        return reason;
    }
}
