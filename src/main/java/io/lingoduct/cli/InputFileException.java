package io.lingoduct.cli;

import java.nio.file.Path;

/** A file that the user named cannot be used; the message names it and the cause. */
final class InputFileException extends RuntimeException {

    InputFileException(Path file, String reason, Throwable cause) {
        super(file + ": " + reason, cause);
    }

    InputFileException(Path file, String reason) {
        this(file, reason, null);
    }
}
