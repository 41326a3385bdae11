package io.lingoduct.cli;

import io.lingoduct.chart.Chart;
import io.lingoduct.text.lines.InputFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import picocli.CommandLine.Option;

/** The options that name files for a benchmark's figures. */
final class BenchOutput {

    @Option(names = "--json", paramLabel = "FILE", description = "Write the figures to a file, too.")
    private Path json;

    @Option(names = "--chart", paramLabel = "FILE.svg", description = "Draw the figures into an SVG file.")
    private Path chart;

    /**
     * Refuses before anything is measured what cannot be written then.
     *
     * @throws InputFileException if a file's folder is not there, or the chart's name is not that of an SVG file
     */
    void check() {
        for (var file : Arrays.asList(json, chart)) {
            var folder = file == null ? null : file.toAbsolutePath().getParent();
            if (folder != null && !Files.isDirectory(folder)) {
                throw new InputFileException(file, "there is no folder " + folder);
            }
            if (file != null && Files.isDirectory(file)) {
                throw new InputFileException(file, "is a folder, not a file");
            }
        }
        if (chart != null && !chart.toString().endsWith(".svg")) {
            throw new InputFileException(chart, "charts are SVG files; its name must end with .svg");
        }
    }

    void write(String jsonText, Chart picture) throws IOException {
        if (json != null) {
            Files.writeString(json, jsonText);
        }
        if (chart != null) {
            picture.write(chart);
        }
    }
}
