package io.lingoduct.process;

import java.io.IOException;
import java.net.JarURLConnection;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/**
 * The native part of a library, which lies in its jar and has to be a file to be loaded.
 *
 * @param name what its folder is called
 * @param anchor a class file of the library, by which its jar is found
 * @param directory where the native part for this machine lies in the jar, with a slash at its end
 * @param setting what the user, or this program, tells the library by where to find it
 * @param telling lets the library know
 */
record NativeLibrary(String name, String anchor, String directory, String setting, Telling telling) {

    /** Tells a library where its native part lies. */
    interface Telling {
        /**
         * @param folder with the files, and nothing else
         * @throws UnsatisfiedLinkError if it shows at once that nothing can be loaded from there
         */
        void tell(Path folder, List<String> files);
    }

    /** Whether the user has told the library where to find its native part. */
    boolean isLeftToUser() {
        return System.getProperty(setting) != null || System.getenv(setting) != null;
    }

    /** The library's jar; empty where it is not on the class path or lies there unpacked. */
    Optional<JarFile> jar(ClassLoader loader) throws IOException {
        var resource = loader.getResource(anchor);
        if (resource == null || !(resource.openConnection() instanceof JarURLConnection connection)) {
            return Optional.empty();
        }
        connection.setUseCaches(false); // so that it can be closed
        return Optional.of(connection.getJarFile());
    }

    /** The files of the native part, with their sizes and checksums; none if there is no part for this machine. */
    List<ZipEntry> entries(JarFile jar) {
        return jar.stream()
                .filter(entry -> entry.getName().startsWith(directory)
                        && fileName(entry).matches("[A-Za-z0-9._+-]+\\.(so|dylib|jnilib)"))
                .map(ZipEntry.class::cast)
                .toList();
    }

    String fileName(ZipEntry entry) {
        return entry.getName().substring(directory.length());
    }
}
