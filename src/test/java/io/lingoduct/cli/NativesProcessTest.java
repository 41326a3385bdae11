package io.lingoduct.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.model.TestBundles;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What real processes leave in the temporary folder, with a home that can be written to and without. */
@EnabledOnOs({OS.LINUX, OS.MAC})
@Timeout(180)
class NativesProcessTest {

    @TempDir
    Path folder;

    private final List<Process> processes = new ArrayList<>();
    private Path home;
    private Path temporary;

    @BeforeEach
    void makeFolders() throws IOException {
        home = Files.createDirectory(folder.resolve("home"));
        temporary = Files.createDirectory(folder.resolve("tmp"));
    }

    @AfterEach
    void endProcesses() throws InterruptedException {
        for (var process : processes) {
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    void shouldLeaveNothingBehindWhenItIsKilledAndTranslateWithTwoAtOnce() throws Exception {
        var bundle = TestBundles.greedy().write(folder.resolve("bundle")).toString();
        var both = List.of(
                start(home.toString(), "translate", "--model", bundle),
                start(home.toString(), "translate", "--model", bundle));
        for (var process : both) {
            process.getOutputStream().write("hello\n".getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        }

        for (var process : both) {
            assertThat(lines(process).readLine()).isEqualTo("HELLO");
            process.destroyForcibly().waitFor();
        }

        assertNothingIsLeft();
        assertThat(home.resolve(".cache/lingoduct/natives")).isNotEmptyDirectory();
        assertThat(home.resolve(".cache")).isDirectoryNotContaining("glob:JNA");
    }

    @Test
    void shouldLeaveNothingBehindOfKafkasCompression() throws Exception {
        var process = start(CompressionProcess.class, home.toString());

        assertThat(lines(process).readLine()).isEqualTo("packed and unpacked");
        process.destroyForcibly().waitFor();

        assertNothingIsLeft();
    }

    @Test
    void shouldRemoveTheFolderThatItMadeForWantOfAHome() throws Exception {
        var process = start("?", "natives");
        var natives = Path.of(lines(process).readLine());

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        assertThat(natives.getParent()).isEqualTo(temporary);
        assertThat(natives).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "translate --model BUNDLE",
                "demo --once --model BUNDLE",
                "serve --bootstrap-servers 127.0.0.1:9 --from a --to b --model BUNDLE"
            })
    void shouldNameTheSettingInOneLineWhereTheTemporaryFolderCannotBeUsed(String arguments) throws Exception {
        var bundle = TestBundles.greedy().write(folder.resolve("bundle")).toString();
        Files.delete(temporary);

        var process = start(home.toString(), arguments.replace("BUNDLE", bundle).split(" "));

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(1);
        assertThat(Files.readAllLines(folder.resolve("errors"))).last().satisfies(line -> assertThat(line)
                .startsWith("lingoduct " + arguments.split(" ")[0] + ": ")
                .contains(temporary.toString(), "LINGODUCT_JAVA_OPTS=-Djava.io.tmpdir=DIR"));
        assertThat(Files.readString(folder.resolve("errors"))).doesNotContain("\tat ");
    }

    private void assertNothingIsLeft() {
        // Java's own counters for jps are named after the user.
        assertThat(temporary)
                .isDirectoryNotContaining(file -> !file.getFileName().toString().startsWith("hsperfdata"));
    }

    private Process start(String userHome, String... arguments) throws IOException {
        return start(Main.class, userHome, arguments);
    }

    private Process start(Class<?> main, String userHome, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Duser.home=" + userHome,
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command)
                .redirectError(folder.resolve("errors").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("XDG_") || name.equals("LINGODUCT_NATIVES"));
        var process = builder.start();
        processes.add(process);
        return process;
    }

    private static BufferedReader lines(Process process) {
        return process.inputReader(StandardCharsets.UTF_8);
    }
}
