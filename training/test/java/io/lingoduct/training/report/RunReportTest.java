package io.lingoduct.training.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.training.report.RunEvent.EpochEnd;
import io.lingoduct.training.report.RunEvent.Sample;
import io.lingoduct.training.report.RunEvent.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunReportTest {

    private static final RunSummary SUMMARY = new RunSummary(
            "multi30k-en-de",
            "en",
            "de",
            5_612_345,
            "name: multi30k-en-de\nnote: <i>1 & 2</i>\n",
            List.of(
                    new RunSummary.Score("test_2016_flickr", "greedy", "BLEU", 36.912),
                    new RunSummary.Score("test_2016_flickr", "beam 6", "BLEU", 38.4)));

    @TempDir
    Path folder;

    @BeforeEach
    void writeLog() throws IOException {
        MadeUpRun.write(folder.resolve(RunLog.FILE_NAME));
    }

    private String report() throws IOException {
        return Files.readString(folder.resolve(RunReport.FILE_NAME));
    }

    @Test
    void shouldLoadNothingFromElsewhere() throws IOException {
        RunReport.write(folder, SUMMARY);

        var html = report();
        assertThat(html).doesNotContainPattern("https?:|//[a-z]").doesNotContain("<script", "<link", "@import");
        assertThat(html).doesNotContainPattern("(src|srcset|href)=\"(?!data:)");
        assertThat(html).doesNotContainPattern("url\\(");
    }

    @Test
    void shouldEscapeSentencesAndConfiguration() throws IOException {
        RunReport.write(folder, SUMMARY);

        assertThat(report())
                .contains("two dogs &lt;b&gt;play&lt;/b&gt; in the snow &amp; bark .")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .contains("&lt;i&gt;1 &amp; 2&lt;/i&gt;");
    }

    @Test
    void shouldSayWhatTheRunWas() throws IOException {
        RunReport.write(folder, SUMMARY);

        assertThat(report())
                .contains("multi30k-en-de", "en → de", "5,612,345", "0:52:00", "38.40", "rolled back to update 3000")
                .contains("<dt>best epoch</dt><dd>9</dd>");
    }

    @Test
    void shouldShowEarlyEpochsTheBestAndTheLastOfEachSample() throws IOException {
        RunReport.write(folder, SUMMARY);

        var html = report();
        for (var label : List.of("epoch 1<", "epoch 2<", "epoch 4<", "epoch 8<", "epoch 9 ★<", "epoch 12<")) {
            assertThat(html).contains("<th>" + label);
        }
        assertThat(html).doesNotContain("<th>epoch 3<");
    }

    @Test
    void shouldTellValidationsWithinAnEpochApart() throws IOException {
        Files.delete(folder.resolve(RunLog.FILE_NAME));
        try (var log = RunLog.open(folder.resolve(RunLog.FILE_NAME))) {
            for (int update = 500; update <= 2000; update += 500) {
                int epoch = (update + 999) / 1000;
                log.append(new EpochEnd(epoch, update, 2, 5, 30, 2000, update, update == 1500));
                log.append(new Samples(epoch, update, List.of(new Sample("a", "b", "said after " + update))));
            }
        }

        RunReport.write(folder, SUMMARY);

        assertThat(report())
                .contains("<dt>epochs</dt><dd>2</dd>")
                .contains("<th>epoch 2, update 1,500 ★<", "<th>epoch 2, update 2,000<")
                .containsOnlyOnce("★ best<")
                .doesNotContain("update 2,000 ★");
    }

    @Test
    void shouldWriteTheChartsAsPicturesToo() throws IOException {
        RunReport.write(folder, SUMMARY);

        for (var name :
                List.of("loss", "perplexity", "bleu", "learning-rate", "gradient-norm", "speed", "attention-1")) {
            assertThat(folder.resolve(RunReport.CHARTS).resolve(name + ".svg"))
                    .content()
                    .startsWith("<svg ")
                    .contains("<text ")
                    .contains(name.startsWith("attention") ? "<rect " : "<polyline ")
                    .endsWith("</svg>\n");
        }
    }

    @Test
    void shouldWriteAReportOfARunThatHasBarelyBegun() throws IOException {
        Files.delete(folder.resolve(RunLog.FILE_NAME));
        RunLog.open(folder.resolve(RunLog.FILE_NAME)).close();

        RunReport.write(folder, SUMMARY);

        assertThat(report()).contains("No epoch has ended.").endsWith("</html>\n");
    }

    @Test
    void shouldWriteTheReportWhenJavaHasNoAwt() throws Exception {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--limit-modules",
                        "java.base,java.logging,java.xml,java.sql",
                        "-cp",
                        System.getProperty("java.class.path"),
                        WriteReport.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        var output = new String(process.getInputStream().readAllBytes());

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(output).isEmpty();
        assertThat(report()).contains("<polyline", "<th>epoch 12</th>", "--a:0.");
        assertThat(folder.resolve(RunReport.CHARTS).resolve("loss.svg")).exists();
    }

    /** What the Java without AWT runs. */
    static final class WriteReport {

        private WriteReport() {}

        public static void main(String[] args) throws IOException {
            RunReport.write(Path.of(args[0]), SUMMARY);
        }
    }
}
