package io.lingoduct.training.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.lingoduct.training.files.Folders;
import io.lingoduct.training.files.UnusableFileException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** The folder of a run's checkpoints: it belongs to one configuration, and to one process at a time. */
public final class RunFolder implements AutoCloseable {

    private static final String FINGERPRINT = "fingerprint";
    private static final String SETTINGS = FINGERPRINT + ".json";
    private static final String UNFINISHED = FINGERPRINT + ".unfinished";
    private static final String LOCK = "lock";

    private final Path path;
    private final FileChannel lock;

    private RunFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * Makes the folder, or takes the one that is there.
     *
     * @param fingerprint what two runs must have in common for one to go on where the other stopped
     * @param restart whether to throw away what is there
     * @throws UnusableFileException if the folder holds something else, belongs to another configuration or is in use
     */
    public static RunFolder open(Path folder, Fingerprint fingerprint, boolean restart) throws IOException {
        var path = folder.toAbsolutePath().normalize();
        Folders.requireOursOrEmpty(path, FINGERPRINT, LOCK, UNFINISHED, SETTINGS);
        Files.createDirectories(path);
        var run = new RunFolder(path, lock(path));
        try {
            if (restart) {
                run.clear();
            }
            run.claim(fingerprint);
            return run;
        } catch (IOException | RuntimeException e) {
            run.close();
            throw e;
        }
    }

    private static FileChannel lock(Path path) throws IOException {
        var channel = FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // Another run in this very process: in use as well.
        }
        channel.close();
        throw new UnusableFileException(path, "is in use by another training run");
    }

    /** The fingerprint goes last: a folder that was cleared in part is still known as a run's, and nobody goes on with it. */
    private void clear() throws IOException {
        Files.writeString(path.resolve(FINGERPRINT), "");
        try (var entries = Files.list(path)) {
            for (var entry : entries.toList()) {
                if (!entry.endsWith(LOCK) && !entry.endsWith(FINGERPRINT)) {
                    Folders.delete(entry);
                }
            }
        }
        Files.deleteIfExists(path.resolve(FINGERPRINT));
    }

    private void claim(Fingerprint ours) throws IOException {
        var file = path.resolve(FINGERPRINT);
        if (!Files.exists(file)) {
            // First, so that the settings are there wherever the mark is.
            Files.writeString(path.resolve(SETTINGS), ours.json());
            var unfinished = Files.writeString(path.resolve(UNFINISHED), ours.hash());
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            return;
        }
        var hash = Files.readString(file);
        if (!hash.equals(ours.hash())) {
            var difference = settings(hash)
                    .map(there -> "another configuration or of other data: " + ours.differences(there))
                    .orElse("another version of Lingoduct, or what is left of one, and cannot be gone on with");
            throw new UnusableFileException(
                    path, "holds a run of " + difference + "; choose another --run-dir, or start over with --restart");
        }
    }

    /** Empty where they are not known: older versions did not keep them. */
    private Optional<Fingerprint> settings(String hash) throws IOException {
        var file = path.resolve(SETTINGS);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Fingerprint.parse(Files.readString(file)))
                    .filter(there -> there.hash().equals(hash));
        } catch (JsonProcessingException e) {
            throw new UnusableFileException(
                    file, "is damaged; choose another --run-dir, or start over with --restart", e);
        }
    }

    public Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
