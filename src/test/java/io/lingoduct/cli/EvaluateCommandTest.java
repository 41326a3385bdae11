package io.lingoduct.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lingoduct.model.TestBundles;
import io.lingoduct.observe.StandardStreams;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@Timeout(60)
class EvaluateCommandTest {

    private static final String REFERENCES = "The tall lamp hums at dusk.\nIt flickers twice.\n";

    @TempDir
    static Path bundles;

    private static String model;

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeAll
    static void writeBundle() {
        model = TestBundles.withBeam()
                .withForcedTargets()
                .write(bundles.resolve("forced"))
                .toString();
    }

    @Test
    void shouldPrintOneLineForEachMetric() throws IOException {
        assertThat(evaluate("the tall lamp hums at dusk.\nIt flickers twice.\n", REFERENCES))
                .isZero();
        assertThat(out.toString(UTF_8).lines())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .startsWith(
                                        "BLEU|nrefs:1|case:mixed|eff:no|tok:13a|smooth:exp = 86.28 90.9/88.9/85.7/80.0"),
                        line -> assertThat(line).startsWith("BLEU|nrefs:1|case:lc|eff:no|tok:13a|smooth:exp = 100.00"),
                        line -> assertThat(line).startsWith("chrF2|nrefs:1|case:mixed|eff:yes|nc:6|nw:0|space:no = 9"),
                        line -> assertThat(line)
                                .startsWith("chrF2++|nrefs:1|case:mixed|eff:yes|nc:6|nw:2|space:no = 9"));
        assertThat(err.toString(UTF_8)).isEmpty();
    }

    @Test
    void shouldIgnoreCaseInEveryMetricWhereAsked() throws IOException {
        assertThat(evaluate("THE TALL lamp hums at dusk.\nit flickers twice.\n", REFERENCES, "--lowercase"))
                .isZero();
        assertThat(out.toString(UTF_8).lines()).hasSize(3).allSatisfy(line -> assertThat(line)
                .contains("|case:lc|", " = 100.00"));
    }

    @Test
    void shouldTakeTheTokenizerAndTheSmoothingOfTheOptions() throws IOException {
        evaluate(REFERENCES, REFERENCES, "--tokenizer", "intl", "--smoothing", "none");
        assertThat(out.toString(UTF_8)).contains("|case:mixed|eff:no|tok:intl|smooth:none", "|case:lc|eff:no|tok:intl");
    }

    @Test
    void shouldPrintTheScoresOfEachSegment() throws IOException {
        evaluate("The tall lamp hums at dusk.\n\n", REFERENCES, "--sentences");
        assertThat(out.toString(UTF_8).lines().skip(4))
                .containsExactly("segment\tBLEU\tchrF2\tchrF2++", "1\t100.00\t100.00\t100.00", "2\t0.00\t0.00\t0.00");
    }

    @Test
    void shouldPrintOneJsonDocument() throws IOException {
        evaluate("The tall lamp hums at dusk.\n\n", REFERENCES, "--sentences", "--json");
        var json = json();
        assertThat(json.get("segments").asInt()).isEqualTo(2);
        assertThat(json.get("metrics")).hasSize(4);
        var bleu = json.get("metrics").get(0);
        assertThat(bleu.get("name").asText()).isEqualTo("BLEU");
        assertThat(bleu.get("signature").asText()).isEqualTo("nrefs:1|case:mixed|eff:no|tok:13a|smooth:exp");
        assertThat(bleu.get("score").asDouble()).isCloseTo(100 * Math.exp(1 - 11 / 7.0), within(1e-6));
        assertThat(bleu.get("brevity_penalty").asDouble()).isCloseTo(Math.exp(1 - 11 / 7.0), within(1e-6));
        assertThat(bleu.get("precisions")).hasSize(4);
        assertThat(bleu.get("hypothesis_length").asLong()).isEqualTo(7);
        assertThat(json.at("/metrics/3/name").asText()).isEqualTo("chrF2++");
        assertThat(json.at("/sentences/0/chrF2++").asDouble()).isEqualTo(100);
        assertThat(json.at("/sentences/1/segment").asInt()).isEqualTo(2);
        assertThat(json.at("/sentences/1/BLEU").asDouble()).isZero();
    }

    @Test
    void shouldGiveEachMetricOfTheDocumentANameOfItsOwn() throws IOException {
        evaluate(REFERENCES, REFERENCES, "--json");
        assertThat(json().findValuesAsText("name")).containsExactly("BLEU", "BLEU (lowercase)", "chrF2", "chrF2++");
    }

    @Test
    void shouldNameMetricsWithoutCaseAsBeforeWhereAllAre() throws IOException {
        evaluate(REFERENCES, REFERENCES, "--lowercase", "--json");
        assertThat(json().findValuesAsText("name")).containsExactly("BLEU", "chrF2", "chrF2++");
    }

    @Test
    void shouldLeaveSegmentsOutOfTheDocumentUnlessAsked() throws IOException {
        evaluate(REFERENCES, REFERENCES, "--json");
        assertThat(json().has("sentences")).isFalse();
    }

    @Test
    void shouldReadByteOrderMarksAndWindowsLineEndsAsNothing() throws IOException {
        evaluate("\uFEFFThe tall lamp hums at dusk.\r\nIt flickers twice.", REFERENCES);
        assertThat(out.toString(UTF_8).lines())
                .allSatisfy(line -> assertThat(line).contains(" = 100.00"));
    }

    @Test
    void shouldTranslateTheSourceFirst() throws IOException {
        int exitCode = run(
                "--model",
                model,
                "--source",
                file("s", "it hums\n\n42\n"),
                "--references",
                file("r", "IT HUMS\n\n42\n"));
        assertThat(exitCode).isZero();
        assertThat(out.toString(UTF_8)).startsWith("BLEU|").contains(" 100.0/100.0/0.0/0.0 ", "chrF2|");
    }

    @Test
    void shouldSayWhichModelAndSearchMadeTheTranslations() throws IOException {
        var source = file("s", "it hums\n");
        run("--model", model, "--source", source, "--references", source, "--beam", "3", "--json");
        assertThat(json().get("model"))
                .isEqualTo(
                        new ObjectMapper()
                                .readTree(
                                        """
                                {"name": "upper-case", "version": "1", "beam_size": 3, "length_penalty": 1.0}"""));
    }

    @Test
    void shouldScoreTheReferencesWithTheModel() throws IOException {
        var source = file("s", "ab\nab\n");
        // The leading space, two letters and the end of the sentence: -0.5 each, -2 for a letter that the model would
        // not write.
        assertThat(run("--model", model, "--source", source, "--references", file("r", "AB\nAX\n"), "--score"))
                .isZero();
        assertThat(out.toString(UTF_8).lines().skip(4))
                .containsExactly(
                        "perplexity|of:references = 1.99 (log-probability = -5.50 tokens = 8)",
                        "segment\tlog-probability",
                        "1\t-2.0000",
                        "2\t-3.5000");
    }

    @Test
    void shouldScoreManyReferencesInTheirOrder() throws IOException {
        int lines = 500;
        var text = new StringBuilder();
        for (int i = 0; i < lines; i++) {
            text.append("X".repeat(i * 37 % 90)).append('\n');
        }
        var file = file("f", text.toString());
        run("--model", model, "--source", file, "--references", file, "--score", "--sentences", "--json");
        var sentences = json().get("sentences");
        assertThat(sentences).hasSize(lines);
        for (int i = 0; i < lines; i++) {
            int letters = i * 37 % 90;
            assertThat(sentences.get(i).get("log_probability").asDouble())
                    .isEqualTo(-0.5 * (letters == 0 ? 1 : letters + 2));
            assertThat(sentences.get(i).has("BLEU")).isTrue();
        }
    }

    @Test
    void shouldNameTheLinesThatCannotBeScored() throws IOException {
        var source = file("s", "ab\n" + "x".repeat(200) + "\n" + TestBundles.POISON + "\ncd\n");
        var references = file("r", "AB\nX\nY\nCD\n");
        assertThat(run("--model", model, "--source", source, "--references", references, "--score", "--json"))
                .isEqualTo(1);
        assertThat(err.toString(UTF_8))
                .contains("line 2: not scored, because the segment has 201 tokens", "line 3: not scored");
        var json = json();
        assertThat(StreamSupport.stream(json.get("sentences").spliterator(), false)
                        .map(sentence -> sentence.get("log_probability"))
                        .map(JsonNode::asText))
                .containsExactly("-2.0", "null", "null", "-2.0");
        assertThat(json.at("/forced/tokens").asInt()).isEqualTo(8);
        assertThat(json.at("/forced/perplexity").asDouble()).isCloseTo(Math.exp(0.5), within(1e-6));
    }

    @Test
    void shouldEndWith1WhereALineCannotBeTranslated() throws IOException {
        var source = file("s", "ab\nbad " + TestBundles.POISON + "\n");
        assertThat(run("--model", model, "--source", source, "--references", source))
                .isEqualTo(1);
        assertThat(out.toString(UTF_8)).contains("chrF2++|");
        assertThat(err.toString(UTF_8)).contains("line 2: left empty", "warning: lines left empty");
    }

    @Test
    void shouldRefuseToScoreWithAGraphThatCannot() throws IOException {
        var plain = TestBundles.withBeam().write(folder.resolve("plain")).toString();
        var source = file("s", "ab\n");
        assertThat(run("--model", plain, "--source", source, "--references", source, "--score"))
                .isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("forced_ids").hasLineCount(1);
    }

    @Test
    void shouldRefuseABeamThatTheModelDoesNotSupport() throws IOException {
        var source = file("s", "ab\n");
        assertThat(run("--model", model, "--source", source, "--references", source, "--beam", "9"))
                .isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("at most 4").hasLineCount(1);
    }

    @Test
    void shouldStopQuietlyWhenNobodyReadsAnyMore() throws IOException {
        var file = file("f", REFERENCES);
        var closed = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        assertThat(run(closed, "--hypotheses", file, "--references", file)).isZero();
        assertThat(err.toString(UTF_8)).isEmpty();
    }

    private int evaluate(String hypotheses, String references, String... options) throws IOException {
        var arguments = new String[options.length + 4];
        arguments[0] = "--hypotheses";
        arguments[1] = file("hypotheses", hypotheses);
        arguments[2] = "--references";
        arguments[3] = file("references", references);
        System.arraycopy(options, 0, arguments, 4, options.length);
        return run(arguments);
    }

    private int run(String... arguments) {
        return run(out, arguments);
    }

    private int run(OutputStream output, String... arguments) {
        var in = new ByteArrayInputStream(new byte[0]);
        var streams = new StandardStreams(in, output, new PrintStream(err, true, UTF_8), false);
        return Main.withFaultReports(new CommandLine(new EvaluateCommand(streams)))
                .setErr(new PrintWriter(err, true, UTF_8))
                .execute(arguments);
    }

    private JsonNode json() throws IOException {
        assertThat(out.toString(UTF_8)).hasLineCount(1);
        return new ObjectMapper().readTree(out.toByteArray());
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }
}
