package io.lingoduct.model.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Reads the files of a bundle, which are somebody else's data: no device and no pipe is opened, nothing is read that a link makes
 * part of the bundle from elsewhere, and never more than is allowed.
 */
public final class BundleFile {

    private BundleFile() {}

    /**
     * All bytes of a graph.
     *
     * @param heapFactor how many times the file's size it takes of Java's heap to take the graph apart
     * @throws BundleException as {@link #require} does, or if the heap has not as much room
     * @throws IOException if it cannot be read
     */
    public static byte[] readGraph(Path file, long heapFactor) throws IOException {
        require(file, BundleLimits.FILE_BYTES);
        HeapRoom.OF_THIS_PROCESS.require(file, heapFactor * Files.size(file));
        return read(file, BundleLimits.FILE_BYTES);
    }

    /**
     * Tells whether a file of a bundle may be read.
     *
     * @param limit the most bytes it may have
     * @throws BundleException if it is absent, no plain file, too large, or lies outside of its folder
     */
    static void require(Path file, long limit) {
        try {
            requirePlain(file, limit);
        } catch (NoSuchFileException e) {
            throw new BundleException(file, "there is no such file", e);
        } catch (IOException e) {
            throw new BundleException(file, "cannot be read: " + e, e);
        }
    }

    /**
     * All bytes of a file of a bundle.
     *
     * @param limit the most bytes it may have, below 2 GiB
     * @throws BundleException as {@link #require} does
     * @throws IOException if it cannot be read
     */
    static byte[] read(Path file, long limit) throws IOException {
        var bytes = new byte[(int) requirePlain(file, limit)];
        try (var in = Files.newInputStream(file)) {
            int count = in.readNBytes(bytes, 0, bytes.length);
            if (in.read() >= 0) {
                throw new BundleException(file, "it grew while it was read; wait until it is copied");
            }
            return count == bytes.length ? bytes : Arrays.copyOf(bytes, count);
        }
    }

    private static long requirePlain(Path file, long limit) throws IOException {
        var real = file.toRealPath();
        if (!Files.isRegularFile(real)) {
            throw new BundleException(file, "is not a plain file");
        }
        var folder = file.toAbsolutePath().getParent();
        if (Files.isSymbolicLink(file) && !real.startsWith(folder.toRealPath())) {
            throw new BundleException(file, "is a link to a file outside of the bundle; copy the file into the bundle");
        }
        long size = Files.size(real);
        if (size > limit) {
            throw new BundleException(
                    file,
                    String.format("has %,d bytes; at most %,d are read (see docs/bundle-format.md)", size, limit));
        }
        return size;
    }
}
