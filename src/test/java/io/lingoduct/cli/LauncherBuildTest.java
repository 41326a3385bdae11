package io.lingoduct.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** When the launcher builds, and what it says then. */
class LauncherBuildTest extends LauncherKit {

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
        var host = new String(
                new ProcessBuilder("bash", "-c", "echo $HOSTNAME")
                        .start()
                        .getInputStream()
                        .readAllBytes(),
                StandardCharsets.UTF_8);
        write(home.resolve("src/target/build.lock/pid"), dead.pid() + " " + host);

        assertThat(launch("translate").status()).isZero();
    }

    @Test
    void shouldTakeOverALockThatNamesNobody() throws Exception {
        write(home.resolve("src/target/build.lock/pid"), "");

        assertThat(launch("translate").status()).isZero();
    }

    @Test
    void shouldBuildAgainWhenASourceWasSavedDuringTheBuild() throws Exception {
        launch("translate");
        var stamp = Files.getLastModifiedTime(home.resolve("src/target/build.stamp"))
                .toInstant();
        Files.setLastModifiedTime(home.resolve("src/main/A.java"), FileTime.from(stamp.plusMillis(1)));

        assertThat(launch("translate").err()).contains("Building Lingoduct anew");
    }

    @Test
    void shouldNotWriteIntoTheJarThatARunningProcessReads() throws Exception {
        launch("translate");
        var jar = home.resolve("src/target/lingoduct-1.jar");
        var before = Files.getAttribute(jar, "unix:ino");

        launch("--rebuild", "translate");

        assertThat(Files.getAttribute(jar, "unix:ino")).isNotEqualTo(before);
    }

    @Test
    void shouldBuildOnceWhenStartedTwiceAtTheSameTime() throws Exception {
        var first = start(Map.of(), "translate");
        var second = start(Map.of(), "translate");

        assertThat(first.waitFor()).isZero();
        assertThat(second.waitFor()).isZero();
        assertThat(mavenCalls()).hasSize(1);
    }
}
