package io.lingoduct.text.lines;

import java.nio.file.Path;

/** A file that the user named cannot be used; the message names it and the cause. */
public final class InputFileException extends RuntimeException {

    public InputFileException(Path file, String reason, Throwable cause) {
        super(file + ": " + reason, cause);
    }

    public InputFileException(Path file, String reason) {
        this(file, reason, null);
    }
}
