package io.lingoduct.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.model.TestBundles;
import io.lingoduct.observe.StandardStreams;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

@Timeout(60)
class TranslateCommandTest {

    @TempDir
    static Path folder;

    private static String bundle;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeAll
    static void writeBundle() {
        bundle = TestBundles.withBeam().write(folder.resolve("bundle")).toString();
    }

    @Test
    void shouldTranslateLineByLine() {
        assertThat(translate("one\ntwo\n")).isEqualTo("ONE\nTWO\n");
    }

    @Test
    void shouldNotTakeAByteOrderMarkForText() {
        assertThat(run(stream("\uFEFFone\n\uFEFFtwo\n"), out)).isZero();
        assertThat(out.toString(UTF_8)).isEqualTo("ONE\n\uFEFFTWO\n");
    }

    @Test
    void shouldKeepEmptyLines() {
        assertThat(translate("\n\none\n\n")).isEqualTo("\n\nONE\n\n");
    }

    @Test
    void shouldEndTheLastLineThatLacksItsLineFeed() {
        assertThat(translate("one\ntwo")).isEqualTo("ONE\nTWO\n");
    }

    @Test
    void shouldWriteNothingForNoInput() {
        assertThat(translate("")).isEmpty();
    }

    @Test
    void shouldAnswerAnOverLongLineWithOneLine() {
        var line = "So many words. ".repeat(2_000);
        assertThat(translate(line + "\nnext\n")).isEqualTo(line.toUpperCase(Locale.ROOT) + "\nNEXT\n");
    }

    @Test
    void shouldNotTakeOtherLineSeparatorsForLineFeeds() {
        assertThat(translate("a\u2028b\rc\u0085d\u000Be\n").chars().filter(c -> c == '\n'))
                .hasSize(1);
    }

    @Test
    void shouldKeepCarriageReturnsAtLineEnds() {
        assertThat(translate("one\r\ntwo\r\n")).isEqualTo("ONE\r\nTWO\r\n");
    }

    @Test
    void shouldKeepTenThousandLinesInOrder() {
        var lines = IntStream.range(0, 10_000)
                .mapToObj(i -> i % 7 == 0 ? "" : "Line " + i + " " + "x".repeat(i % 60))
                .toList();
        var expected = lines.stream().map(line -> line.toUpperCase(Locale.ROOT) + "\n");
        assertThat(translate(lines.stream().map(line -> line + "\n").collect(Collectors.joining())))
                .isEqualTo(expected.collect(Collectors.joining()));
    }

    @Test
    void shouldReplaceMalformedBytesAndSaySo() {
        byte[] input = {'A', (byte) 0xFF, 'b', '\n', 'C', '\n'};
        assertThat(translate(input)).isEqualTo("A\uFFFDB\nC\n");
        assertThat(err.toString(UTF_8)).contains("not valid UTF-8").contains(": 1");
    }

    @Test
    void shouldLeaveALineEmptyThatCannotBeTranslated() {
        int exitCode = run(stream("one\nbad " + TestBundles.POISON + "\ntwo\n"), out);
        assertThat(out.toString(UTF_8)).isEqualTo("ONE\n\nTWO\n");
        assertThat(err.toString(UTF_8)).contains("line 2: left empty");
        assertThat(exitCode).isEqualTo(1);
    }

    @Test
    void shouldTranslateTheSameWithACacheOfRepeatedSentences() {
        run(stream("one\ntwo\none\n".repeat(100)), out, "--cache-segments", "10");
        assertThat(out.toString(UTF_8)).isEqualTo("ONE\nTWO\nONE\n".repeat(100));
    }

    @Test
    void shouldRefuseANegativeCacheSize() {
        assertThat(run(stream("one\n"), out, "--cache-segments", "-1")).isEqualTo(2);
        assertThat(err.toString(UTF_8))
                .contains("--cache-segments = -1: expected a whole number from 0 to 10000000")
                .hasLineCount(1);
    }

    @Test
    void shouldPutScoresBeforeTheLines() {
        run(stream("one\n42\n"), out, "--scores");
        assertThat(out.toString(UTF_8)).isEqualTo("-0.5000\tONE\n0.0000\t42\n");
    }

    @Test
    void shouldScoreWithTheGivenLengthPenalty() {
        run(stream("one\n"), out, "--scores", "--beam", "2", "--length-penalty", "0");
        assertThat(out.toString(UTF_8)).isEqualTo("-3.0000\tONE\n");
    }

    @Test
    void shouldWriteHypothesesAsMosesDoes() {
        run(stream("one two. three\n\nfour\n"), out, "--n-best", "3");
        assertThat(out.toString(UTF_8)).isEqualTo("0 ||| ONE TWO. THREE ||| -0.5000\n2 ||| FOUR ||| -0.5000\n");
    }

    @Test
    void shouldWriteHypothesesAsJson() {
        run(stream("one\n\n"), out, "--json");
        assertThat(out.toString(UTF_8))
                .isEqualTo("{\"line\":0,\"hypotheses\":[{\"text\":\"ONE\",\"score\":-0.5,\"complete\":true}]}\n"
                        + "{\"line\":1,\"hypotheses\":[]}\n");
    }

    @Test
    void shouldGiveNoHypothesesForALineThatCannotBeTranslated() {
        int exitCode = run(
                stream("one\nbad " + TestBundles.POISON + "\n" + "x".repeat(500) + "\ntwo\n"), out, "--n-best", "1");
        assertThat(out.toString(UTF_8)).isEqualTo("0 ||| ONE ||| -0.5000\n3 ||| TWO ||| -0.5000\n");
        assertThat(err.toString(UTF_8)).contains("line 2: left empty").contains("line 3: left empty");
        assertThat(exitCode).isEqualTo(1);
    }

    @Test
    void shouldWriteALineForEachLineWhereReferencesAreGiven() throws IOException {
        var references = Files.writeString(folder.resolve("references"), "EINS\nZWEI\nDREI\n");
        assertThat(run(stream("one two. three\n\nfour\n"), out, "--closest-to", references.toString()))
                .isZero();
        assertThat(out.toString(UTF_8)).isEqualTo("ONE TWO. THREE\n\nFOUR\n");
    }

    @Test
    void shouldRefuseReferencesOfAnotherNumber() throws IOException {
        var references = Files.writeString(folder.resolve("references"), "EINS\nZWEI\n");
        assertThat(run(stream("one\n"), out, "--closest-to", references.toString()))
                .isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("has 2 lines, but standard input has fewer");
    }

    @Test
    void shouldRefuseReferencesForAList() {
        assertThat(run(stream("one\n"), out, "--closest-to", "references", "--json"))
                .isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("--closest-to writes plain lines");
    }

    @Test
    void shouldTellEveryFaultOfUsageAtOnceEachInWordsOfItsOwn() {
        assertThat(run(
                        stream("one\n"),
                        out,
                        "--beam",
                        "0",
                        "--threads",
                        "x",
                        "--n-best",
                        "0",
                        "--attention",
                        "--scores"))
                .isEqualTo(2);
        assertThat(err.toString(UTF_8))
                .isEqualToIgnoringNewLines(
                        "translate: --beam = 0: expected a whole number from 1 to 64; --threads = x: expected a whole number"
                                + " from 1 to 1024; --n-best must be at least 1, not 0; --attention needs --json; --scores goes"
                                + " with neither --n-best nor --json: the scores are in the lists; see translate --help");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--n-best -1       | --n-best must be at least 1, not -1",
                "--attention       | --attention needs --json",
                "--scores --json   | --scores goes with neither --n-best nor --json: the scores are in the lists",
                "--scores --n-best 2 | --scores goes with neither --n-best nor --json: the scores are in the lists",
                "--closest-to f --scores | --closest-to writes plain lines: --n-best, --json and --scores do not go with it"
            })
    void shouldSayOnlyWhatIsWrong(String options, String fault) {
        assertThat(run(stream("one\n"), out, options.split(" "))).isEqualTo(2);
        assertThat(err.toString(UTF_8)).isEqualToIgnoringNewLines("translate: " + fault + "; see translate --help");
    }

    @Test
    void shouldRefuseMoreHypothesesThanTheModelsBeam() {
        assertThat(run(stream("one\n"), out, "--n-best", "5")).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("beam size 5 exceeds what the model upper-case accepts");
    }

    @Test
    void shouldRefuseWhatTheGraphCannotDo() {
        assertThat(run(stream("one\n"), out, "--no-repeat-ngram", "3")).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("its graph has no input no_repeat_ngram");
        assertThat(run(stream("one\n"), out, "--json", "--attention")).isNotZero();
        assertThat(err.toString(UTF_8)).contains("cannot show its attention");
    }

    @Test
    void shouldRefuseAnUnknownDevice() {
        assertThat(run(stream("one\n"), out, "--device", "tpu")).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("--device = tpu: expected auto, cpu, cuda or cuda:N");
    }

    @Test
    void shouldServeOnTheCpuWhereThereIsNoGpu() {
        assertThat(run(stream("one\n"), out, "--device", "cuda:7")).isZero();
        assertThat(out.toString(UTF_8)).isEqualTo("ONE\n");
    }

    @Test
    void shouldAnswerALineBeforeTheNextIsTyped() throws IOException {
        requireAnswer("ONE\n");
    }

    @Test
    void shouldAnswerWithHypothesesBeforeTheNextLineIsTyped() throws IOException {
        requireAnswer("{\"line\":0,", "--json");
    }

    private void requireAnswer(String begin, String... options) throws IOException {
        var keyboard = new PipedOutputStream();
        var in = new PipedInputStream(keyboard);
        var screen = new PipedInputStream();
        var terminal = new PipedOutputStream(screen);
        var run = CompletableFuture.supplyAsync(() -> run(in, terminal, options));
        keyboard.write("one\n".getBytes(UTF_8));
        keyboard.flush();
        assertThat(screen.readNBytes(begin.length())).isEqualTo(begin.getBytes(UTF_8));
        keyboard.close();
        assertThat(run.join()).isZero();
    }

    @Test
    void shouldStopQuietlyWhenNobodyReadsAnyMore() {
        assertThat(run(endlessLines(), failingOutput("Broken pipe"))).isZero();
        assertThat(err.toString(UTF_8)).isEmpty();
    }

    @Test
    void shouldReportAFullDisk() {
        assertThat(run(endlessLines(), failingOutput("No space left on device")))
                .isEqualTo(1);
        assertThat(err.toString(UTF_8)).contains("No space left on device");
    }

    @Test
    void shouldRefuseABeamThatTheModelDoesNotSupport() {
        assertThat(run(stream("one\n"), out, "--beam", "9")).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("at most 4").hasLineCount(1);
    }

    @Test
    void shouldRefuseABrokenBundleInOneLine() {
        var broken = TestBundles.greedy().write(folder.resolve("broken"));
        TestBundles.flipBit(broken.resolve("tokenizer.json"));
        assertThat(run(stream("one\n"), out, "--model", broken.toString())).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("tokenizer.json: its SHA-256").hasLineCount(1);
    }

    private String translate(String input) {
        return translate(input.getBytes(UTF_8));
    }

    private String translate(byte[] input) {
        assertThat(run(new ByteArrayInputStream(input), out)).isZero();
        return out.toString(UTF_8);
    }

    private int run(InputStream in, OutputStream output, String... options) {
        var streams = new StandardStreams(in, output, new PrintStream(err, true, UTF_8), false);
        var command = Main.withFaultReports(new CommandLine(new TranslateCommand(streams)))
                .setErr(new PrintWriter(err, true, UTF_8))
                .setOverwrittenOptionsAllowed(true);
        return command.execute(
                Stream.concat(Stream.of("--model", bundle), Stream.of(options)).toArray(String[]::new));
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    private static InputStream endlessLines() {
        return new InputStream() {
            private int position;

            @Override
            public int read() {
                return position++ % 20 == 19 ? '\n' : 'x';
            }
        };
    }

    private static OutputStream failingOutput(String message) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(message);
            }
        };
    }
}
