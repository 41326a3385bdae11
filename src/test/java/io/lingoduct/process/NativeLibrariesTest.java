package io.lingoduct.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "natives are left to the libraries there")
class NativeLibrariesTest {

    private static final FileTime LONG_AGO = FileTime.fromMillis(0);
    private static final byte[] CONTENT = "a library ".repeat(100_000).getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path temporary;

    private final List<Path> told = new ArrayList<>();
    private Path home;
    private URLClassLoader loader;
    private NativeLibrary.Telling telling = (folder, files) -> told.add(folder.resolve(files.get(0)));

    @BeforeEach
    void packALibrary() throws IOException {
        home = Files.createDirectory(temporary.resolve("home"));
        var jar = temporary.resolve("library.jar");
        try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (var name : List.of("lib/Anchor.class", "native/here/libone.so", "native/elsewhere/libone.so")) {
                out.putNextEntry(new ZipEntry(name));
                out.write(CONTENT);
                out.closeEntry();
            }
        }
        loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null);
    }

    @AfterEach
    void close() throws IOException {
        loader.close();
    }

    @Test
    void shouldUnpackIntoAPrivateFolderOfTheUsersCache() throws IOException {
        var folder = prepare(Map.of());

        assertThat(folder).isEqualTo(home.resolve(".cache/lingoduct/natives"));
        assertThat(told).hasSize(1);
        assertThat(told.get(0)).hasBinaryContent(CONTENT).startsWith(folder);
        for (var made : List.of(folder.getParent(), folder, told.get(0).getParent())) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
                    .isEqualTo("rwx------");
        }
        try (var files = Files.list(told.get(0).getParent())) {
            assertThat(files).containsExactly(told.get(0));
        }
    }

    @Test
    void shouldFollowTheNameOfTheCache() {
        var cache = temporary.resolve("cache");

        assertThat(prepare(Map.of("XDG_CACHE_HOME", cache.toString()))).isEqualTo(cache.resolve("lingoduct/natives"));
    }

    @Test
    void shouldUseWhatIsUnpackedAlready() throws IOException {
        prepare(Map.of());
        Files.setLastModifiedTime(told.get(0), LONG_AGO);

        prepare(Map.of());

        assertThat(told.get(1)).isEqualTo(told.get(0));
        assertThat(Files.getLastModifiedTime(told.get(0))).isEqualTo(LONG_AGO);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1_000, 1_000_000, 1_000_001})
    void shouldReplaceAFileThatIsDamaged(int length) throws IOException {
        prepare(Map.of());
        Files.write(told.get(0), new byte[length]);

        prepare(Map.of());

        assertThat(told.get(1)).isEqualTo(told.get(0)).hasBinaryContent(CONTENT);
    }

    @Test
    void shouldLoadWholeFilesWhenManyStartAtOnce() throws Exception {
        telling = (folder, files) -> assertThat(folder.resolve(files.get(0))).hasBinaryContent(CONTENT);
        var threads = Executors.newFixedThreadPool(8);
        try {
            for (var result : threads.invokeAll(Collections.<Callable<Path>>nCopies(40, () -> prepare(Map.of())))) {
                assertThat(result.get()).isDirectory();
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void shouldTakeTheFolderThatIsSetAndNoOther() {
        var set = temporary.resolve("set/natives");

        assertThat(prepare(Map.of("LINGODUCT_NATIVES", set.toString()))).isEqualTo(set);
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void shouldRefuseAFolderThatOthersCanWriteTo() throws IOException {
        var set = Files.createDirectory(temporary.resolve("set"));
        Files.setPosixFilePermissions(set, PosixFilePermissions.fromString("rwxrwxrwx"));

        assertRefused(set, "can be written to by others (mode rwxrwxrwx)");
    }

    @Test
    void shouldRefuseAFileThatOthersCanWriteTo() throws IOException {
        var set = temporary.resolve("set");
        prepare(Map.of("LINGODUCT_NATIVES", set.toString()));
        Files.setPosixFilePermissions(told.get(0), PosixFilePermissions.fromString("rw-rw-rw-"));

        assertRefused(set, "can be written to by others");
    }

    @Test
    void shouldRefuseAFolderOfSomebodyElse() throws IOException {
        assumeTrue(System.getProperty("user.name").equals("root"), "only root can give a folder away");
        var set = Files.createDirectory(temporary.resolve("set"));
        Files.setPosixFilePermissions(set, PosixFilePermissions.fromString("rwx------"));
        Files.setAttribute(set, "unix:uid", 12345);

        assertRefused(set, "belongs to the user 12345");
    }

    @Test
    void shouldRefuseALinkInPlaceOfALibrarysFolder() throws IOException {
        var set = temporary.resolve("set");
        prepare(Map.of("LINGODUCT_NATIVES", set.toString()));
        var folder = told.get(0).getParent();
        Files.move(folder, temporary.resolve("elsewhere"));
        Files.createSymbolicLink(folder, temporary.resolve("elsewhere"));

        assertRefused(set, folder.toString());
    }

    @Test
    void shouldSayWhatToSetWhereNothingCanBeLoaded() {
        telling = (folder, files) -> {
            throw new UnsatisfiedLinkError("failed to map segment from shared object");
        };

        assertRefused(temporary.resolve("set"), "failed to map segment");
    }

    @Test
    void shouldFallBackToATemporaryFolderWithoutAHomeThatCanBeWrittenTo() throws IOException {
        var file = Files.createFile(temporary.resolve("file"));
        for (var nowhere : List.of("?", file.toString())) {
            var folder = new NativeLibraries(Map.of(), nowhere, List.of(library()), loader).prepareAll();

            assertThat(folder.getFileName().toString()).startsWith("lingoduct-natives");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void shouldFallBackToATemporaryFolderWhereNothingCanBeLoadedFromHome() {
        telling = (folder, files) -> {
            if (folder.startsWith(home)) {
                throw new UnsatisfiedLinkError("failed to map segment from shared object");
            }
        };

        assertThat(prepare(Map.of()).getFileName().toString()).startsWith("lingoduct-natives");
    }

    @Test
    void shouldLeaveALibraryAloneThatTheUserHasSet() {
        System.setProperty("lingoduct.test.library", "/elsewhere");
        try {
            prepare(Map.of());
        } finally {
            System.clearProperty("lingoduct.test.library");
        }
        assertThat(told).isEmpty();
    }

    private Path prepare(Map<String, String> environment) {
        return new NativeLibraries(environment, home.toString(), List.of(library()), loader).prepareAll();
    }

    private NativeLibrary library() {
        return new NativeLibrary("one", "lib/Anchor.class", "native/here/", "lingoduct.test.library", telling);
    }

    private void assertRefused(Path set, String reason) {
        assertThatExceptionOfType(NativeLibrariesException.class)
                .isThrownBy(() -> prepare(Map.of("LINGODUCT_NATIVES", set.toString())))
                .withMessageContainingAll(set.toString(), reason, "set LINGODUCT_NATIVES");
    }
}
