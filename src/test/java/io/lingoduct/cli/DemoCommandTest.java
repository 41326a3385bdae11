package io.lingoduct.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.observe.StandardStreams;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class DemoCommandTest {

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @ParameterizedTest
    @CsvSource({
        "'--sentences x', --sentences goes with --once",
        "'--port 70000', --port must lie between 0 and 65535",
        "'--beam 0', --beam = 0: expected a whole number from 1 to 64",
        "'--port x', Invalid value for option '--port'"
    })
    void shouldRefuseWrongUsage(String arguments, String message) {
        int status = run(arguments.split(" "));

        assertThat(status).isEqualTo(2);
        assertThat(text(err)).contains(message).hasLineCount(1);
    }

    @Test
    void shouldRefuseAModelThatIsNotThere() {
        int status = run("--once", "--model", folder.resolve("absent").toString());

        assertThat(status).isEqualTo(2);
        assertThat(text(err)).contains(folder.resolve("absent").toString());
        assertThat(text(out)).isEmpty();
    }

    @Test
    void shouldRefuseAFileOfSentencesThatIsNotThere() {
        int status = run("--once", "--sentences", folder.resolve("absent").toString());

        assertThat(status).isEqualTo(2);
        assertThat(text(err)).contains("no such file").hasLineCount(1);
    }

    private int run(String... arguments) {
        var print = new PrintStream(err, true, StandardCharsets.UTF_8);
        var streams = new StandardStreams(new ByteArrayInputStream(new byte[0]), out, print, false);
        return Main.withFaultReports(new CommandLine(new DemoCommand(streams)))
                .setErr(new PrintWriter(print, true))
                .execute(arguments);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
