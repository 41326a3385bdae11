package io.lingoduct.serving;

import io.lingoduct.model.BundleException;
import java.nio.file.Path;

/** A bundle is refused for lack of memory, which may be given back without anything changing in its folder. */
final class NoMemoryLeftException extends BundleException {

    NoMemoryLeftException(Path folder, String reason) {
        super(folder, reason);
    }
}
