package io.lingoduct.training.compare;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.lingoduct.training.network.Cell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonReportTest {

    @TempDir
    Path folder;

    private final Comparison figures = new Figures()
            .cell(Cell.RNN, 30, 300)
            .cell(Cell.GRU, 33, 250)
            .cell(Cell.LSTM, 34, 200)
            .copies(Cell.RNN, 0.95, 0.2)
            .copies(Cell.GRU, 1, 0.99)
            .copies(Cell.LSTM, 0.99, 0.98)
            .build();

    @Test
    void shouldShowEveryCellWithItsFigures() throws IOException {
        new ComparisonReport(figures).write(folder);

        var page = Files.readString(folder.resolve("compare.html"));
        assertThat(page).contains(">rnn<", ">gru<", ">lstm<", "30.00", "33.00", "34.00", "Choose lstm");
        assertThat(page).contains("lstm, cell state c", "chance");
        assertThat(page).contains("words &lt;&amp;&gt;").doesNotContain("<&>", "http://", "https://", "<script");
    }

    @Test
    void shouldLeaveTheCopyTaskOutWhereItWasNotRun() throws IOException {
        new ComparisonReport(new Figures().cell(Cell.GRU, 33, 250).build()).write(folder);

        assertThat(folder.resolve("compare.html")).content().contains("33.00").doesNotContain("Copy after a gap");
        assertThat(folder.resolve("copy-symbols.svg")).doesNotExist();
    }

    @Test
    void shouldWriteAllFiguresAsJson() throws IOException {
        new ComparisonReport(figures).write(folder);

        var json = new ObjectMapper().readTree(folder.resolve("compare.json").toFile());
        assertThat(json.at("/advice")).isNotEmpty();
        assertThat(json.at("/findings")).isNotEmpty();
        var read = new ObjectMapper().treeToValue(json.at("/figures"), Comparison.class);
        assertThat(read).isEqualTo(figures);
    }

    @Test
    void shouldDrawItsChartsAsPictures() throws IOException {
        new ComparisonReport(figures).write(folder);

        for (var name : new String[] {
            "bleu",
            "decoding-speed",
            "gradient-at-start",
            "gradient-trained",
            "copy-symbols",
            "copy-sequences",
            "copy-gradient-at-start",
            "copy-gradient-trained"
        }) {
            assertThat(folder.resolve(name + ".svg"))
                    .content()
                    .startsWith("<svg ")
                    .containsAnyOf("<polyline ", "font-size:12px")
                    .endsWith("</svg>\n");
        }
    }
}
