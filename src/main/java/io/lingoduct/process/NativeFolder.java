package io.lingoduct.process;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;

/**
 * A folder of native libraries to which nobody but this user, or root, can write. Each version of each library has a folder of its
 * own in it, named by its content, so that versions and processes do not meet; a file appears there whole or not at all.
 */
final class NativeFolder {

    private static final Set<PosixFilePermission> PRIVATE = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> WRITABLE_FOR_OTHERS =
            Set.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);
    private static final int ROOT = 0;

    /** The kernel's, with a line of the users that a process may act for: real, effective, saved, and that of its files. */
    private static final Path STATUS = Path.of("/proc/self/status");

    private static final int FILE_SYSTEM_USER = 4;

    private final Path path;

    private NativeFolder(Path path) {
        this.path = path;
    }

    /**
     * Opens a folder, which is made, with mode 0700, if there is none.
     *
     * @throws IOException if it cannot be made, is no folder, or somebody else could write to it
     */
    static NativeFolder open(Path path) throws IOException {
        if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            var parent = path.getParent();
            if (parent != null && !Files.isDirectory(parent)) {
                Files.createDirectories(parent);
            }
            create(path);
        }
        requirePrivate(path);
        return new NativeFolder(path);
    }

    Path path() {
        return path;
    }

    /**
     * Puts a library's files there, unless they are, and tells the library.
     *
     * @throws IOException if they cannot be written
     */
    void unpack(NativeLibrary library, ClassLoader loader) throws IOException {
        var jar = library.jar(loader);
        if (jar.isEmpty()) {
            return;
        }
        try (var opened = jar.get()) {
            var entries = library.entries(opened);
            if (!entries.isEmpty()) {
                unpack(library, opened, entries);
            }
        }
    }

    private void unpack(NativeLibrary library, JarFile jar, List<ZipEntry> entries) throws IOException {
        var folder = open(path.resolve(library.name() + "-" + key(entries))).path;
        for (var entry : entries) {
            var file = folder.resolve(library.fileName(entry));
            if (!isIntact(file, entry)) {
                write(jar, entry, file);
            }
        }
        library.telling().tell(folder, entries.stream().map(library::fileName).toList());
    }

    /** Equal for equal files. */
    private static String key(List<ZipEntry> entries) {
        var key = new CRC32();
        for (var entry : entries) {
            var content = entry.getName() + " " + entry.getSize() + " " + entry.getCrc() + "\n";
            key.update(content.getBytes(StandardCharsets.UTF_8));
        }
        return String.format("%08x", key.getValue());
    }

    private static boolean isIntact(Path file, ZipEntry entry) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) != entry.getSize()) {
            return false;
        }
        requirePrivate(file);
        try (var in = new CheckedInputStream(Files.newInputStream(file), new CRC32())) {
            return checksum(in) == entry.getCrc();
        }
    }

    private static void write(JarFile jar, ZipEntry entry, Path file) throws IOException {
        var temporary =
                Files.createTempFile(file.getParent(), file.getFileName().toString(), ".part");
        try {
            try (var in = jar.getInputStream(entry);
                    var out = Files.newOutputStream(temporary)) {
                in.transferTo(out);
            }
            if (!isIntact(temporary, entry)) {
                throw new IOException("wrote " + temporary + ", but read something else");
            }
            move(temporary, file);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static void move(Path temporary, Path file) throws IOException {
        try {
            // Of two processes the later one replaces what the earlier has loaded, and takes nothing from it by that.
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static long checksum(CheckedInputStream in) throws IOException {
        in.transferTo(OutputStream.nullOutputStream());
        return in.getChecksum().getValue();
    }

    private static void create(Path path) throws IOException {
        try {
            if (isPosix(path)) {
                Files.createDirectory(path, PosixFilePermissions.asFileAttribute(PRIVATE));
            } else {
                Files.createDirectory(path);
            }
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                throw e;
            } // else another process has made it in the meantime
        }
    }

    private static void requirePrivate(Path path) throws IOException {
        if (!isPosix(path)) {
            return;
        }
        int owner = owner(path);
        if (owner != ROOT && owner != user()) {
            throw new IOException(path + " belongs to the user " + owner + ", not to this one");
        }
        var permissions = Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS);
        if (permissions.stream().anyMatch(WRITABLE_FOR_OTHERS::contains)) {
            throw new IOException(
                    path + " can be written to by others (mode " + PosixFilePermissions.toString(permissions) + ")");
        }
    }

    private static int owner(Path path) throws IOException {
        return (int) Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS);
    }

    /** Whose rights this process has: that of the files it makes. */
    private static int user() throws IOException {
        if (Files.isReadable(STATUS)) {
            try (var lines = Files.lines(STATUS)) {
                var ids = lines.filter(line -> line.startsWith("Uid:")).findFirst();
                if (ids.isPresent()) {
                    return Integer.parseUnsignedInt(ids.get().split("\\s+")[FILE_SYSTEM_USER]);
                }
            }
        }
        var file = Files.createTempFile("lingoduct", null);
        try {
            return owner(file);
        } finally {
            Files.delete(file);
        }
    }

    // Not by the path's store, which Java does not find where a sandbox hides the mounts.
    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
