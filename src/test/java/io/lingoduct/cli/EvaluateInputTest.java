package io.lingoduct.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.observe.StandardStreams;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What {@code evaluate} refuses, each in one line and with exit code 2. */
class EvaluateInputTest {

    @TempDir
    Path folder;

    private final StringWriter err = new StringWriter();

    @Test
    void shouldTellBothCountsOfUnequalFiles() throws IOException {
        assertRefused(
                new String[] {"--hypotheses", file("h", "a\nb\n"), "--references", file("r", "a\nb\nc\n")},
                "h: has 2 lines, but ",
                "r has 3");
    }

    @Test
    void shouldTellBothCountsOfUnequalSourceAndReferences() throws IOException {
        assertRefused(
                new String[] {"--model", "m", "--source", file("s", "a\n"), "--references", file("r", "a\nb\n")},
                "s: has 1 lines, but ",
                "r has 2");
    }

    @Test
    void shouldRefuseAnEmptyFile() throws IOException {
        assertFileRefused(Path.of(file("h", "")), "h: is empty");
    }

    @Test
    void shouldNameTheLineThatIsNotUtf8() throws IOException {
        var file = Files.write(folder.resolve("h"), new byte[] {'a', '\n', '\n', 'b', (byte) 0xC3, '\n'});
        assertFileRefused(file, "h: line 3 is not valid UTF-8");
    }

    @Test
    void shouldRefuseAMissingFile() throws IOException {
        assertFileRefused(folder.resolve("gone"), "gone: there is no such file");
    }

    @Test
    void shouldRefuseAFolder() throws IOException {
        assertFileRefused(folder, folder + ": is a folder");
    }

    @Test
    void shouldReadGzip() throws IOException {
        var file = Files.write(folder.resolve("h.gz"), gzip("a\n"));
        assertThat(run("--hypotheses", file.toString(), "--references", file("r", "a\n")))
                .isZero();
    }

    @Test
    void shouldRefuseWhatIsNoGzip() throws IOException {
        assertFileRefused(Path.of(file("h.gz", "plain text, whatever its name says")), "h.gz: is not an intact gzip");
    }

    @Test
    void shouldRefuseGzipThatIsCutShort() throws IOException {
        var bytes = gzip("some words that take more than a few bytes\n");
        var file = Files.write(folder.resolve("h.gz"), Arrays.copyOf(bytes, bytes.length / 2));
        assertFileRefused(file, "h.gz: is cut short");
    }

    @Test
    void shouldTellAllFaultsOfTheOptionsAtOnce() {
        assertRefused(
                new String[] {"--hypotheses", "h", "--model", "m", "--source", "s"},
                "--references is missing; --hypotheses and --model exclude each other;"
                        + " --hypotheses and --source exclude each other; see");
    }

    @Test
    void shouldAskForTheModelThatOptionsNeed() {
        assertRefused(
                new String[] {"--hypotheses", "h", "--references", "r", "--beam", "4", "--threads", "1", "--score"},
                "--beam goes with --model; --threads goes with --model; --score goes with --model; see");
    }

    @Test
    void shouldAskForSomethingToScore() {
        assertRefused(
                new String[] {"--references", "r"}, "--hypotheses is missing, or --model with --source in its place");
    }

    @Test
    void shouldAskForTheSourceOfAModelAndTheModelOfASource() {
        assertRefused(new String[] {"--references", "r", "--model", "m"}, "--model goes with --source");
        assertRefused(new String[] {"--references", "r", "--source", "s"}, "--source goes with --model");
    }

    @Test
    void shouldNameTheTokenizersThatThereAre() {
        assertRefused(
                new String[] {"--hypotheses", "h", "--references", "r", "--tokenizer", "zh"},
                "'--tokenizer': must be one of 13a, none, intl, not 'zh'");
    }

    private void assertFileRefused(Path hypotheses, String... reasons) throws IOException {
        assertRefused(new String[] {"--hypotheses", hypotheses.toString(), "--references", file("r", "a\n")}, reasons);
    }

    private void assertRefused(String[] arguments, String... reasons) {
        err.getBuffer().setLength(0);
        assertThat(run(arguments)).isEqualTo(2);
        assertThat(err.toString()).contains(reasons).hasLineCount(1);
    }

    private int run(String... arguments) {
        var streams =
                new StandardStreams(InputStream.nullInputStream(), OutputStream.nullOutputStream(), System.err, false);
        return Main.withFaultReports(new CommandLine(new EvaluateCommand(streams)))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    private static byte[] gzip(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }
}
