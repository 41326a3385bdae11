package io.lingoduct.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the launcher runs, and how. */
class LauncherTest extends LauncherKit {

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
    @ValueSource(strings = {"train", "compare", "export", "bench training"})
    void shouldSendTheTrainingCommandsToTheTrainingModule(String command) throws Exception {
        assertThat(launch((command + " --help").split(" ")).out())
                .contains("io.lingoduct.training.cli.TrainingMain " + command + " --help\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bench",
                "bench bogus",
                "bench --help",
                "bench engine",
                "bench soak",
                "training",
                "trainer",
                "produce",
                "dead-letters --list"
            })
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
    void shouldBoundTheHeapOfServeWhereAQuarterOfTheMemoryIsMoreThanItNeeds() throws Exception {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        boolean large = Files.isReadable(Path.of("/proc/meminfo")) && system.getTotalMemorySize() >> 20 > 4096;

        assertThat(launch("serve").out().contains(" -Xmx1g ")).isEqualTo(large);
        assertThat(launch("demo").out()).doesNotContain("-Xmx");
        assertThat(launch(Map.of("LINGODUCT_JAVA_OPTS", "-Xmx2g"), "serve").out())
                .containsPattern("-Xmx2g (?!.*-Xmx)");
    }

    @Test
    void shouldLetServeUseFewArenas() throws Exception {
        assertThat(launch("serve").out()).contains("MALLOC_ARENA_MAX=2\n");
        assertThat(launch(Map.of("MALLOC_ARENA_MAX", "8"), "serve").out()).contains("MALLOC_ARENA_MAX=8\n");
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
}
