package io.lingoduct.serving;

import io.lingoduct.model.bundle.BundleException;
import java.nio.file.Path;

/** A bundle is refused for lack of memory, which may be given back without anything changing in its folder. */
final class NoMemoryLeftException extends BundleException {

    private final long bytes;

    NoMemoryLeftException(Path folder, String reason, long bytes) {
        super(folder, reason);
        this.bytes = bytes;
    }

    /** What the bundle needs. */
    long bytes() {
        return bytes;
    }
}
