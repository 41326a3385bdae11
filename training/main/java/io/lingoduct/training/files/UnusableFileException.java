package io.lingoduct.training.files;

import java.nio.file.Path;

/** A file or folder of the user's cannot be used as it is: names it and what to change. */
public final class UnusableFileException extends RuntimeException {

    public UnusableFileException(Path file, String reason) {
        super(file + ": " + reason);
    }

    public UnusableFileException(Path file, String reason, Throwable cause) {
        super(file + ": " + reason, cause);
    }
}
