package io.lingoduct.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the launcher script in an installation of its own, with a {@code java} and a {@code mvn} that only note how they
 * are called, and with nothing else on the PATH than the tools that the script may count on.
 */
@DisabledOnOs(OS.WINDOWS)
abstract class LauncherKit {

    private static final List<String> TOOLS = List.of(
            "bash", "cat", "cp", "dirname", "find", "grep", "mkdir", "mv", "readlink", "rm", "sleep", "tail", "touch");

    @TempDir
    Path folder;

    Path home;
    Path bin;

    @BeforeEach
    void install() throws IOException {
        home = Files.createDirectories(folder.resolve("an installation"));
        bin = Files.createDirectories(folder.resolve("bin"));
        Files.copy(Path.of("..", "lingoduct"), home.resolve("lingoduct"));
        makeExecutable(home.resolve("lingoduct"));
        for (var file :
                List.of("pom.xml", "src/pom.xml", "src/main/A.java", "training/pom.xml", "training/main/B.java")) {
            write(home.resolve(file), "");
        }
        for (var tool : TOOLS) {
            Files.createSymbolicLink(bin.resolve(tool), findTool(tool));
        }
        javaOfVersion("17.0.9");
        script(
                "mvn",
                """
                echo "$*" >>"$HOME/mvn.log"
                echo "Downloaded from somewhere"
                for module in src training; do
                  case "$*" in *"-pl $module "*) ;; *) continue ;; esac
                  mkdir -p "$HOME/an installation/$module/target"
                  echo "$HOME/$module-library.jar" >"$HOME/an installation/$module/target/classpath.txt"
                  echo >"$HOME/$module-library.jar"
                  case $module in src) jar=lingoduct-1.jar ;; *) jar=lingoduct-training-1.jar ;; esac
                  echo >"$HOME/an installation/$module/target/$jar"
                done
                exit ${FAKE_MVN_STATUS:-0}
                """);
    }

    record Run(int status, String out, String err) {}

    Run launch(String... arguments) throws Exception {
        return launch(Map.of(), arguments);
    }

    Run launch(Map<String, String> environment, String... arguments) throws Exception {
        return finish(start(environment, arguments));
    }

    Process start(Map<String, String> environment, String... arguments) throws IOException {
        return prepare(environment, home.resolve("lingoduct"), arguments).start();
    }

    ProcessBuilder prepare(Map<String, String> environment, Path launcher, String... arguments) {
        var command = new ArrayList<>(List.of(bin.resolve("bash").toString(), launcher.toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command);
        builder.environment().clear();
        builder.environment().putAll(new TreeMap<>(environment));
        builder.environment().put("PATH", bin.toString());
        builder.environment().put("HOME", folder.toString());
        return builder;
    }

    static Run finish(Process process) throws Exception {
        var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Run(process.exitValue(), out, err);
    }

    List<String> mavenCalls() throws IOException {
        return Files.readAllLines(folder.resolve("mvn.log"));
    }

    void javaOfVersion(String version) throws IOException {
        script(
                "java",
                """
                if [ "$1" = -version ]; then echo 'openjdk version "%s" 2024-01-16' >&2; exit; fi
                echo "arguments: $*"
                echo "directory: $PWD"
                echo "OMP_WAIT_POLICY=${OMP_WAIT_POLICY:-}"
                echo "MALLOC_MMAP_THRESHOLD_=${MALLOC_MMAP_THRESHOLD_:-}"
                echo "MALLOC_ARENA_MAX=${MALLOC_ARENA_MAX:-}"
                echo "OPENBLAS_NUM_THREADS=${OPENBLAS_NUM_THREADS:-}"
                exit ${FAKE_JAVA_STATUS:-0}
                """
                        .formatted(version));
    }

    private void script(String name, String body) throws IOException {
        Files.writeString(bin.resolve(name), "#!" + bin.resolve("bash") + "\n" + body);
        makeExecutable(bin.resolve(name));
    }

    static void write(Path file, String content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    static void makeExecutable(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static Path findTool(String name) {
        return List.of("/bin", "/usr/bin", "/usr/local/bin").stream()
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("this machine has no " + name));
    }
}
