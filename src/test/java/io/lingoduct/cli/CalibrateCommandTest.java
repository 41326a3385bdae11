package io.lingoduct.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.lingoduct.model.TestBundles;
import io.lingoduct.model.bundle.ManifestFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@Timeout(60)
class CalibrateCommandTest {

    @TempDir
    Path folder;

    private Path model;
    private String source;
    private String references;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    /** The model writes capitals, as two of three references do; a typo in a short one makes it useless. */
    @BeforeEach
    void writeFiles() throws IOException {
        model = TestBundles.withBeam().write(folder.resolve("model"));
        var sources = new StringBuilder();
        var targets = new StringBuilder();
        for (int i = 0; i < 30; i++) {
            var sentence = "it hums " + "on and ".repeat(i % 2) + "off.";
            sources.append(sentence).append('\n');
            targets.append(i % 3 == 0 ? "nowhere" : sentence.toUpperCase(Locale.ROOT))
                    .append('\n');
        }
        source = file("source", sources.toString());
        references = file("references", targets.toString());
    }

    @Test
    void shouldFitAndWriteTheWeightsIntoTheManifest() throws IOException {
        var chart = folder.resolve("chart.svg");

        assertThat(run("--chart", chart.toString())).as(err::toString).isZero();

        assertThat(out.toString()).contains("ROC AUC", "cross-validated", "150 translations", "60.0 % usable");
        assertThat(chart).content().startsWith("<svg");
        var quality = ManifestFile.read(model.resolve(ManifestFile.NAME)).quality();
        assertThat(quality.weights()).containsKeys("bias", "score", "findings");
        assertThat(quality.fitted()).startsWith("150 translations, 60.0 % of them");
    }

    @Test
    void shouldLeaveTheManifestAloneIfAskedTo() throws IOException {
        var before = Files.readString(model.resolve(ManifestFile.NAME));

        assertThat(run("--dry-run", "--json")).as(err::toString).isZero();

        assertThat(Files.readString(model.resolve(ManifestFile.NAME))).isEqualTo(before);
        var json = new ObjectMapper().readTree(out.toString());
        assertThat(json.at("/validated/samples").asInt()).isEqualTo(150);
        assertThat(json.at("/fitted/weights/SCORE").isNumber()).isTrue();
    }

    @Test
    void shouldRefuseTooFewSentences() throws IOException {
        source = file("source", "it hums.\n");
        references = file("references", "IT HUMS.\n");

        assertThat(run("--no-noisy")).isEqualTo(2);
        assertThat(err.toString())
                .contains("source: only 1 sentences can be used")
                .hasLineCount(1);
    }

    @Test
    void shouldRefuseAChartThatIsNone() {
        assertThat(run("--chart", folder.resolve("chart.png").toString())).isEqualTo(2);
        assertThat(err.toString()).contains("must end with .svg").hasLineCount(1);
    }

    @Test
    void shouldRefuseFilesOfDifferentLengths() throws IOException {
        references = file("references", "one\n");

        assertThat(run()).isEqualTo(2);
        assertThat(err.toString()).contains("has 30 lines, but ");
    }

    private int run(String... options) {
        var arguments = new String[options.length + 6];
        System.arraycopy(
                new String[] {"--model", model.toString(), "--source", source, "--references", references},
                0,
                arguments,
                0,
                6);
        System.arraycopy(options, 0, arguments, 6, options.length);
        return Main.withFaultReports(new CommandLine(new CalibrateCommand()))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }
}
