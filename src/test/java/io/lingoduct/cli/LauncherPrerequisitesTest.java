package io.lingoduct.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the launcher says of the Java and the Maven that it finds. */
class LauncherPrerequisitesTest extends LauncherKit {

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
}
