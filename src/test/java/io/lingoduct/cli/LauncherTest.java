package io.lingoduct.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Runs the launcher script in an installation of its own, with a {@code java} and a {@code mvn} that only note how they
 * are called, and with nothing else on the PATH than the tools that the script may count on.
 */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {

    private static final List<String> TOOLS =
            List.of("bash", "cat", "dirname", "find", "grep", "mkdir", "mv", "readlink", "rm", "sleep", "tail");

    @TempDir
    private Path folder;

    private Path home;
    private Path bin;

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

    @Test
    void shouldBuildOnFirstUseWithoutAWordOnStandardOutput() throws Exception {
        var run = launch("translate");

        assertThat(run.out()).startsWith("arguments:");
        assertThat(run.err()).contains("First run: building Lingoduct");
        assertThat(mavenCalls()).singleElement().asString().contains("-pl src -am package");
    }

    @Test
    void shouldNotBuildTwice() throws Exception {
        launch("translate");
        var run = launch("translate");

        assertThat(run.err()).isEmpty();
        assertThat(mavenCalls()).hasSize(1);
    }

    @Test
    void shouldBuildAgainWhenASourceIsNewer() throws Exception {
        launch("translate");
        Files.setLastModifiedTime(
                home.resolve("src/main/A.java"), FileTime.from(Instant.now().plusSeconds(60)));

        assertThat(launch("translate").err()).contains("Building Lingoduct anew");
    }

    @Test
    void shouldBuildAgainWhenALibraryIsGone() throws Exception {
        launch("translate");
        Files.delete(folder.resolve("src-library.jar"));

        launch("translate");

        assertThat(mavenCalls()).hasSize(2);
    }

    @Test
    void shouldBuildAgainWhenAsked() throws Exception {
        launch("translate");
        var run = launch("--rebuild", "translate", "x");

        assertThat(mavenCalls()).hasSize(2);
        assertThat(run.out()).contains("io.lingoduct.cli.Main translate x\n");
    }

    @Test
    void shouldShowTheLogWhenTheBuildFails() throws Exception {
        var run = launch(Map.of("FAKE_MVN_STATUS", "3"), "translate");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("Downloaded from somewhere", "the whole log is " + home.toRealPath());
    }

    @Test
    void shouldRemoveItsLockWhenTheBuildFails() throws Exception {
        launch(Map.of("FAKE_MVN_STATUS", "3"), "translate");

        assertThat(launch("translate").status()).isZero();
    }

    @Test
    void shouldTakeOverTheLockOfADeadProcess() throws Exception {
        var dead = new ProcessBuilder("true").start();
        dead.waitFor();
        write(home.resolve("src/target/build.lock/pid"), dead.pid() + "\n");

        assertThat(launch("translate").status()).isZero();
    }

    @Test
    void shouldBuildOnceWhenStartedTwiceAtTheSameTime() throws Exception {
        var first = start(Map.of(), "translate");
        var second = start(Map.of(), "translate");

        assertThat(first.waitFor()).isZero();
        assertThat(second.waitFor()).isZero();
        assertThat(mavenCalls()).hasSize(1);
    }

    @Test
    void shouldServeWithoutTheTrainingLibraries() throws Exception {
        assertThat(launch("demo").out())
                .contains("-cp " + home.toRealPath() + "/src/target/lingoduct-1.jar:" + folder + "/src-library.jar ");
    }

    @Test
    void shouldTrainWithTheTrainingLibraries() throws Exception {
        assertThat(launch("train", "--config", "a b").out())
                .contains(
                        "-cp " + home.toRealPath() + "/training/target/lingoduct-training-1.jar:" + folder
                                + "/training-library.jar io.lingoduct.training.cli.TrainingMain train --config a b\n",
                        "OMP_WAIT_POLICY=PASSIVE",
                        "OPENBLAS_NUM_THREADS=1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"train", "compare", "bench training"})
    void shouldSendTheTrainingCommandsToTheTrainingModule(String command) throws Exception {
        assertThat(launch((command + " --help").split(" ")).out())
                .contains("io.lingoduct.training.cli.TrainingMain " + command + " --help\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"bench", "bench bogus", "bench --help", "bench engine", "bench soak", "training", "trainer"})
    void shouldSendAllOtherCommandsToTheApplication(String command) throws Exception {
        assertThat(launch(command.split(" ")).out()).contains("io.lingoduct.cli.Main " + command + "\n");
    }

    @Test
    void shouldCompileThoroughlyWhatRunsLongOrIsMeasured() throws Exception {
        assertThat(launch("translate").out()).contains("-XX:TieredStopAtLevel=1");
        assertThat(launch("serve").out()).doesNotContain("TieredStopAtLevel");
        assertThat(launch("bench", "engine").out()).doesNotContain("TieredStopAtLevel");
    }

    @Test
    void shouldLetTrainingKeepItsMemory() throws Exception {
        assertThat(launch("train").out()).contains("MALLOC_MMAP_THRESHOLD_=1073741824");
        assertThat(launch(Map.of("MALLOC_MMAP_THRESHOLD_", "5"), "train").out()).contains("MALLOC_MMAP_THRESHOLD_=5");
    }

    @Test
    void shouldLeaveTheMemoryOfTheApplicationAlone() throws Exception {
        assertThat(launch("serve").out()).contains("MALLOC_MMAP_THRESHOLD_=\n");
    }

    @Test
    void shouldKeepTheUsersThreadSetting() throws Exception {
        assertThat(launch(Map.of("OPENBLAS_NUM_THREADS", "2"), "train").out()).contains("OPENBLAS_NUM_THREADS=2");
    }

    @Test
    void shouldPassUnknownCommandsAndTheExitStatusOn() throws Exception {
        var run = launch(Map.of("FAKE_JAVA_STATUS", "2"), "bogus");

        assertThat(run.out()).contains("io.lingoduct.cli.Main bogus\n");
        assertThat(run.status()).isEqualTo(2);
    }

    @Test
    void shouldShowTheHelpWithoutArguments() throws Exception {
        assertThat(launch().out()).contains("io.lingoduct.cli.Main --help\n");
    }

    @Test
    void shouldTellJavaWhereItIsInstalled() throws Exception {
        assertThat(launch("demo").out()).contains("-Dlingoduct.home=" + home.toRealPath() + " ");
    }

    @Test
    void shouldAddTheUsersJavaOptions() throws Exception {
        assertThat(launch(Map.of("LINGODUCT_JAVA_OPTS", "-Xmx1g -Da=b"), "demo").out())
                .contains(" -Xmx1g -Da=b -cp ");
    }

    @Test
    void shouldFindItsInstallationThroughASymbolicLinkAndKeepTheWorkingDirectory() throws Exception {
        Files.createSymbolicLink(folder.resolve("link"), Path.of("an installation", "lingoduct"));
        var process = prepare(Map.of(), folder.resolve("link"), "demo")
                .directory(Files.createDirectories(folder.resolve("elsewhere")).toFile())
                .start();

        assertThat(finish(process).out())
                .contains("/an installation/src/target/lingoduct-1.jar:")
                .contains("directory: " + folder.resolve("elsewhere").toRealPath() + "\n");
    }

    @Test
    void shouldNameTheJavaThatIsTooOld() throws Exception {
        javaOfVersion("11.0.2");

        var run = launch("demo");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo(
                        "Lingoduct needs Java 17 or newer, found 11 at " + bin.resolve("java") + ": set JAVA_HOME\n");
    }

    @Test
    void shouldUnderstandTheOldWayOfNumberingVersions() throws Exception {
        javaOfVersion("1.8.0_392");

        assertThat(launch("demo").err()).contains("found 8 at");
    }

    @Test
    void shouldSayThatThereIsNoJava() throws Exception {
        Files.delete(bin.resolve("java"));

        var run = launch("demo");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).isEqualTo("Lingoduct needs Java 17 or newer, found none: set JAVA_HOME\n");
    }

    @Test
    void shouldPreferJavaHome() throws Exception {
        javaOfVersion("11.0.2");
        write(folder.resolve("jdk/release"), "IMPLEMENTOR=\"X\"\nJAVA_VERSION=\"21.0.1\"\n");
        Files.createDirectories(folder.resolve("jdk/bin"));
        Files.copy(bin.resolve("java"), folder.resolve("jdk/bin/java"));
        write(folder.resolve("jdk/bin/javac"), "");
        makeExecutable(folder.resolve("jdk/bin/javac"));

        var run = launch(Map.of("JAVA_HOME", folder.resolve("jdk").toString()), "demo");

        assertThat(run.status()).isZero();
    }

    @Test
    void shouldSayThatMavenIsMissing() throws Exception {
        Files.delete(bin.resolve("mvn"));

        var run = launch("demo");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("found none: install Maven");
    }

    private record Run(int status, String out, String err) {}

    private Run launch(String... arguments) throws Exception {
        return launch(Map.of(), arguments);
    }

    private Run launch(Map<String, String> environment, String... arguments) throws Exception {
        return finish(start(environment, arguments));
    }

    private Process start(Map<String, String> environment, String... arguments) throws IOException {
        return prepare(environment, home.resolve("lingoduct"), arguments).start();
    }

    private ProcessBuilder prepare(Map<String, String> environment, Path launcher, String... arguments) {
        var command = new ArrayList<>(List.of(bin.resolve("bash").toString(), launcher.toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command);
        builder.environment().clear();
        builder.environment().putAll(new TreeMap<>(environment));
        builder.environment().put("PATH", bin.toString());
        builder.environment().put("HOME", folder.toString());
        return builder;
    }

    private static Run finish(Process process) throws Exception {
        var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Run(process.exitValue(), out, err);
    }

    private List<String> mavenCalls() throws IOException {
        return Files.readAllLines(folder.resolve("mvn.log"));
    }

    private void javaOfVersion(String version) throws IOException {
        script(
                "java",
                """
                if [ "$1" = -version ]; then echo 'openjdk version "%s" 2024-01-16' >&2; exit; fi
                echo "arguments: $*"
                echo "directory: $PWD"
                echo "OMP_WAIT_POLICY=${OMP_WAIT_POLICY:-}"
                echo "MALLOC_MMAP_THRESHOLD_=${MALLOC_MMAP_THRESHOLD_:-}"
                echo "OPENBLAS_NUM_THREADS=${OPENBLAS_NUM_THREADS:-}"
                exit ${FAKE_JAVA_STATUS:-0}
                """
                        .formatted(version));
    }

    private void script(String name, String body) throws IOException {
        Files.writeString(bin.resolve(name), "#!" + bin.resolve("bash") + "\n" + body);
        makeExecutable(bin.resolve(name));
    }

    private static void write(Path file, String content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private static void makeExecutable(Path file) throws IOException {
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
