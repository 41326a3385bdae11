package io.lingoduct.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.lingoduct.model.TestBundles;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@Timeout(120)
class BenchCommandTest {

    @TempDir
    static Path folder;

    private static Path bundle;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void writeBundle() {
        bundle = TestBundles.withBeam().write(folder.resolve("bundle"));
    }

    @Test
    void shouldMeasureTheSentencesOfAFile() throws IOException {
        var source = Files.writeString(folder.resolve("source.txt"), "one\n\ntwo words\n" + "x".repeat(101) + "\n");
        var json = folder.resolve("engine.json");
        var arguments = new ArrayList<>(List.of("engine", "--quick", "--rounds", "1", "--model", bundle.toString()));
        arguments.addAll(List.of("--source", source.toString(), "--json", json.toString()));
        var chart = folder.resolve("engine.svg");
        arguments.addAll(List.of("--chart", chart.toString()));

        assertThat(bench(arguments)).as(err.toString()).isZero();
        assertThat(out.toString())
                .contains("upper-case: 2 sentences", "sentences/s", "outside run", "Loaded and warm after")
                .contains("Left out as longer than the model takes: 1 sentences");
        var figures = new ObjectMapper().readTree(json.toFile());
        assertThat(figures.at("/machine/f32_gflops").asDouble()).isPositive();
        assertThat(figures.get("results")).isNotEmpty().allSatisfy(result -> {
            assertThat(result.get("variant").asText()).isEqualTo("fp32");
            assertThat(result.get("sentences_per_second").asDouble()).isPositive();
            assertThat(result.get("ratio_to_naive").isNull()).isTrue();
        });
        assertThat(figures.at("/end_to_end/outside_run").asDouble()).isBetween(0.0, 1.0);
        assertThat(chart).content().startsWith("<svg ").contains("Translation speed");
    }

    @Test
    void shouldRefuseAChartThatIsNoSvgFileBeforeItMeasures() {
        var arguments = List.of("engine", "--quick", "--model", bundle.toString(), "--chart", "speed.png");

        assertThat(bench(arguments)).isNotZero();
        assertThat(err.toString()).contains("speed.png", "must end with .svg");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void shouldSoak() throws IOException {
        var json = folder.resolve("soak.json");

        assertThat(bench(
                        List.of("soak", "--sentences", "200", "--model", bundle.toString(), "--json", json.toString())))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).contains("upper-case: 200 sentences", "heap MiB");
        assertThat(new ObjectMapper().readTree(json.toFile()).get("samples")).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void shouldCountWhatSurvives() throws IOException {
        var source = Files.writeString(folder.resolve("dev.en"), "one two\nthree\n");
        var references = Files.writeString(folder.resolve("dev.de"), "ONE TWO\nTHREE\n");
        var json = folder.resolve("fidelity.json");
        var chart = folder.resolve("fidelity.svg");
        var arguments = new ArrayList<>(List.of("fidelity", "--sentences", "45", "--model", bundle.toString()));
        arguments.addAll(List.of("--source", source.toString(), "--references", references.toString()));
        arguments.addAll(List.of("--parts", "spans,values,markup,case,decoration,junk"));
        arguments.addAll(List.of("--json", json.toString(), "--chart", chart.toString()));

        assertThat(bench(arguments)).as(err.toString()).isZero();
        assertThat(out.toString()).contains("upper-case: ", "{{placeholder}}", "Markdown", "ALL CAPS", "junk");
        var figures = new ObjectMapper().readTree(json.toFile());
        assertThat(figures.get("texts").asInt()).isEqualTo(45 + 45 + 2 * 22 + 22 + 3 * 50 + 2 * 40 + 14 * 2);
        assertThat(figures.get("kept")).anySatisfy(row -> {
            assertThat(row.get("row").asText()).isEqualTo("number");
            assertThat(row.get("share").asDouble()).isEqualTo(1);
        });
        assertThat(chart).content().startsWith("<svg ").contains("What survives");
    }

    @Test
    void shouldSayWhichRowsAreLeftOutWithoutReferences() {
        assertThat(bench(List.of(
                        "fidelity", "--sentences", "10", "--parts", "decoration", "--model", bundle.toString())))
                .isZero();
        assertThat(out.toString()).contains("case and typos are left out").doesNotContain("ALL CAPS");
    }

    @Test
    void shouldRefuseSourcesWithoutReferencesAndTooFewSentences() {
        assertThat(bench(List.of("fidelity", "--source", "x"))).isEqualTo(2);
        assertThat(bench(List.of("fidelity", "--sentences", "9"))).isEqualTo(2);
        assertThat(err.toString().lines().toList())
                .satisfiesExactly(
                        line -> assertThat(line).contains("--source and --references go together"),
                        line -> assertThat(line).contains("--sentences is 9, and must lie between 10"));
    }

    @Test
    void shouldAskWhenASoakEnds() {
        assertThat(bench(List.of("soak"))).isEqualTo(2);
        assertThat(err.toString()).contains("--minutes or --sentences").hasLineCount(1);
    }

    @Test
    void shouldRefuseABeamThatIsNone() {
        assertThat(bench(List.of("soak", "--sentences", "1", "--beam", "0", "--model", bundle.toString())))
                .isEqualTo(2);
        assertThat(err.toString())
                .contains("--beam = 0: expected a whole number from 1 to 64")
                .hasLineCount(1);
    }

    @Test
    void shouldRefuseALargerBeamThanTheModelTakes() {
        assertThat(bench(List.of("soak", "--sentences", "1", "--beam", "5", "--model", bundle.toString())))
                .isEqualTo(2);
        assertThat(err.toString()).contains("the model's 4").hasLineCount(1);
    }

    @Test
    void shouldRefuseAPlaceThatIsNotThereBeforeItMeasures() {
        assertThat(bench(List.of(
                        "engine", "--json", folder.resolve("none/x.json").toString())))
                .isEqualTo(2);
        assertThat(err.toString()).contains("there is no folder").hasLineCount(1);
    }

    @Test
    void shouldRefuseAFileWithoutASentence() throws IOException {
        var source = Files.writeString(folder.resolve("blank.txt"), "\n  \n");

        assertThat(bench(List.of("engine", "--source", source.toString()))).isEqualTo(2);
        assertThat(err.toString()).contains("has no line with anything on it").hasLineCount(1);
    }

    @Test
    void shouldRefuseToSendNoMessages() {
        assertThat(bench(List.of("pipeline", "--messages", "0", "--model", bundle.toString())))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--messages is 0").hasLineCount(1);
    }

    @Test
    void shouldRefuseChaosWithoutTimeOrModelOrWithMoreMessagesThanItCanAccountFor() {
        assertThat(bench(List.of("chaos", "--minutes", "0"))).isEqualTo(2);
        assertThat(bench(List.of("chaos", "--minutes", "200", "--rate", "1000")))
                .isEqualTo(2);
        assertThat(bench(List.of("chaos", "--model", folder.resolve("none").toString())))
                .isEqualTo(2);
        assertThat(bench(List.of("chaos", "--events", "kill,flood"))).isEqualTo(2);
        assertThat(err.toString().lines().toList())
                .satisfiesExactly(
                        line -> assertThat(line).contains("--minutes is 0.0"),
                        line -> assertThat(line).contains("12,000,000 messages"),
                        line -> assertThat(line).contains("is no folder of a model bundle"),
                        line -> assertThat(line).contains("--events", "broker-crash", "flood"));
    }

    @Test
    void shouldListTheBenchmarks() {
        assertThat(bench(List.of("--help"))).isZero();
        assertThat(out.toString()).contains("chaos ", "engine ", "fidelity ", "pipeline ", "soak ", "training ");
    }

    private int bench(List<String> arguments) {
        var all = new ArrayList<>(List.of("bench"));
        all.addAll(arguments);
        return Main.withFaultReports(new CommandLine(new Main()))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all.toArray(String[]::new));
    }
}
