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
public record HeapRoom(LongSupplier free) {

    private static final double MEBIBYTE = 1 << 20;

    static final HeapRoom OF_THIS_PROCESS = new HeapRoom(HeapRoom::freeNow);

    /** A file is refused for lack of heap, which may be free a moment later without anything changing in the file. */
    public static final class HeapFullException extends BundleException {

        private final transient HeapRoom room;
        private final long bytes;

        private HeapFullException(Path file, String reason, HeapRoom room, long bytes) {
            super(file, reason);
            this.room = room;
            this.bytes = bytes;
        }

        /** Whether there is now room for the file. */
        public boolean hasRoomNow() {
            return bytes <= room.free.getAsLong();
        }
    }

    /**
     * @param bytes that reading the file takes for a moment
     * @throws HeapFullException if there are not as many, even after a collection
     */
    public void require(Path file, long bytes) {
        if (bytes <= free.getAsLong()) {
            return;
        }
        System.gc();
        long left = free.getAsLong();
        if (bytes > left) {
            throw new HeapFullException(
                    file,
                    String.format(
                            Locale.ROOT,
                            "takes about %.0f MiB of Java's heap while it is loaded, of which %.0f MiB are free; more heap"
                                    + " (-Xmx) lets it be loaded",
                            bytes / MEBIBYTE,
                            left / MEBIBYTE),
                    this,
                    bytes);
        }
    }

    private static long freeNow() {
        var runtime = Runtime.getRuntime();
        return runtime.maxMemory() - (runtime.totalMemory() - runtime.freeMemory());
    }
}
