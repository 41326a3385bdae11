package io.lingoduct.model.bundle;

import java.nio.file.Path;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Room on Java's heap for a file that is about to be read and taken apart. One that does not fit is refused, so that a bundle
 * which is too large costs nobody else's memory; an {@link OutOfMemoryError} may hit any thread, and some processes are set up to
 * end at the first.
 *
 * @param free bytes that the heap can still take
 */
record HeapRoom(LongSupplier free) {

    private static final double MEBIBYTE = 1 << 20;

    static final HeapRoom OF_THIS_PROCESS = new HeapRoom(HeapRoom::freeNow);

    /**
     * @param bytes that reading the file takes for a moment
     * @throws BundleException if there are not as many, even after a collection
     */
    void require(Path file, long bytes) {
        if (bytes <= free.getAsLong()) {
            return;
        }
        System.gc();
        long left = free.getAsLong();
        if (bytes > left) {
            throw new BundleException(
                    file,
                    String.format(
                            Locale.ROOT,
                            "takes about %.0f MiB of Java's heap while it is loaded, of which %.0f MiB are free; more heap"
                                    + " (-Xmx) lets it be loaded",
                            bytes / MEBIBYTE,
                            left / MEBIBYTE));
        }
    }

    private static long freeNow() {
        var runtime = Runtime.getRuntime();
        return runtime.maxMemory() - (runtime.totalMemory() - runtime.freeMemory());
    }
}
