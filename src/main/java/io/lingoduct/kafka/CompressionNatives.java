package io.lingoduct.kafka;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Libraries that need a temporary folder for native code when they are first used: those for compression, and ONNX Runtime, of which
 * whoever runs a stream has to say the same. A folder that cannot be
 * written to, or from which nothing may be executed, makes them fail with errors that name neither.
 */
final class CompressionNatives {

    /**
     * @param home the package its classes lie in
     * @param property the system property that names its folder
     */
    private record Library(String name, String home, String property) {}

    private static final String TEMPORARY_FOLDER = "java.io.tmpdir";
    private static final List<Library> LIBRARIES = List.of(
            new Library("zstd", "com.github.luben.zstd", "ZstdTempFolder"),
            new Library("snappy", "org.xerial.snappy", "org.xerial.snappy.tempdir"),
            new Library("lz4", "net.jpountz", TEMPORARY_FOLDER),
            new Library("ONNX Runtime", "ai.onnxruntime", TEMPORARY_FOLDER));

    private CompressionNatives() {}

    static Optional<String> explain(Throwable fault) {
        if (Causes.of(fault).noneMatch(CompressionNatives::isOfLoading)) {
            return Optional.empty();
        }
        return LIBRARIES.stream()
                .filter(library -> Causes.of(fault).anyMatch(cause -> concerns(cause, library)))
                .findFirst()
                .map(library -> sentence(library, Causes.deepest(fault)));
    }

    private static String sentence(Library library, Throwable cause) {
        var folder = System.getProperty(library.property(), System.getProperty(TEMPORARY_FOLDER));
        var more = library.property().equals(TEMPORARY_FOLDER) ? "" : " (or " + TEMPORARY_FOLDER + ")";
        return "the native library of " + library.name() + " cannot be loaded: " + Causes.text(cause) + "; its folder "
                + folder
                + " must be writable and not mounted noexec: name another with the system property "
                + library.property() + more
                + ", as in LINGODUCT_JAVA_OPTS=-D" + library.property() + "=DIR";
    }

    private static boolean isOfLoading(Throwable cause) {
        return cause instanceof LinkageError || cause.getClass().getName().equals("org.xerial.snappy.SnappyError");
    }

    private static boolean concerns(Throwable cause, Library library) {
        return cause.getClass().getName().startsWith(library.home())
                || String.valueOf(cause.getMessage()).contains(library.home())
                || Arrays.stream(cause.getStackTrace())
                        .anyMatch(frame -> frame.getClassName().startsWith(library.home()));
    }
}
