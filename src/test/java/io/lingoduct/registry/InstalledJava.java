package io.lingoduct.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/** The Java installations of this machine, for servers that need a newer one than the tests. */
final class InstalledJava {

    private static final String RELEASE = "release";

    private InstalledJava() {}

    /** The {@code java} of an installation of at least that feature version, such as 21. */
    static Optional<Path> atLeast(int feature) {
        return Stream.of(Stream.of(running()), named(), neighbours())
                .flatMap(homes -> homes)
                .filter(home -> featureOf(home) >= feature)
                .map(home -> home.resolve("bin").resolve("java"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Path running() {
        return Path.of(System.getProperty("java.home"));
    }

    /** Continuous integration services name their installations so: {@code JAVA_HOME_21_X64}. */
    private static Stream<Path> named() {
        return System.getenv().entrySet().stream()
                .filter(variable -> variable.getKey().startsWith("JAVA_HOME"))
                .map(variable -> Path.of(variable.getValue()));
    }

    private static Stream<Path> neighbours() {
        try (var folders = Files.list(running().getParent())) {
            return folders.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Zero where the folder holds no Java. */
    private static int featureOf(Path home) {
        var file = home.resolve(RELEASE);
        if (!Files.isRegularFile(file)) {
            return 0;
        }
        var release = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            release.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // Java 8 calls itself "1.8.0_392".
        var version = release.getProperty("JAVA_VERSION", "").replaceFirst("^\"?(1\\.)?(\\d+).*$", "$2");
        return version.isEmpty() ? 0 : Integer.parseInt(version);
    }
}
