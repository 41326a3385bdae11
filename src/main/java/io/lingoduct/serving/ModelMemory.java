package io.lingoduct.serving;

import io.lingoduct.model.bundle.BundleException;
import io.lingoduct.model.bundle.ModelBundle;
import io.lingoduct.model.runtime.MemoryEstimate;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The memory that the models of a process take together, by estimate, and its limit. While a model is replaced, both versions
 * count.
 */
public final class ModelMemory {

    private static final double MEBIBYTE = 1 << 20;

    private final long limitBytes;
    private long usedBytes;

    private ModelMemory(long limitBytes) {
        this.limitBytes = limitBytes;
    }

    /** A bundle is refused for lack of memory, which may be given back without anything changing in its folder. */
    static final class NoMemoryLeftException extends BundleException {

        private final long bytes;

        private NoMemoryLeftException(Path folder, String reason, long bytes) {
            super(folder, reason);
            this.bytes = bytes;
        }

        /** The memory that the bundle needs. */
        long bytes() {
            return bytes;
        }
    }

    /** @param mebibytes null sets no limit */
    public static ModelMemory limitedTo(Integer mebibytes) {
        return new ModelMemory(mebibytes == null ? Long.MAX_VALUE : (long) mebibytes << 20);
    }

    /**
     * Sets memory aside for a bundle that is about to be loaded.
     *
     * @return the bytes set aside, to be given back with {@link #release}
     * @throws NoMemoryLeftException if what is left does not suffice
     */
    synchronized long reserve(ModelBundle bundle) {
        long needed = MemoryEstimate.bytes(bundle);
        if (!hasRoomFor(needed)) {
            throw new NoMemoryLeftException(
                    bundle.folder(),
                    String.format(
                            Locale.ROOT,
                            "this model needs about %.1f MiB of memory and the models before it %.1f MiB, which is more than"
                                    + " the %.0f MiB that engine.model-memory-mb allows",
                            needed / MEBIBYTE,
                            usedBytes / MEBIBYTE,
                            limitBytes / MEBIBYTE),
                    needed);
        }
        usedBytes += needed;
        return needed;
    }

    synchronized boolean hasRoomFor(long bytes) {
        return bytes <= limitBytes - usedBytes;
    }

    synchronized void release(long bytes) {
        usedBytes -= bytes;
    }

    synchronized long usedBytes() {
        return usedBytes;
    }
}
