package io.lingoduct.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.InputSource;

class ChartTest {

    private static final double NAN = Double.NaN;

    static List<Chart> charts() {
        var empty = LineChart.of("nothing <yet>", "x", "y");
        return List.of(
                empty,
                empty.with("only gaps", new double[] {1, 2}, new double[] {NAN, NAN}),
                empty.with("a single point", new double[] {1}, new double[] {5}),
                empty.with("a level line", new double[] {1, 2}, new double[] {0, 0}),
                empty.withLogX().withLogY().with("not positive", new double[] {0, 1, 2}, new double[] {-1, 0, 3}),
                BarChart.of("bars", "cell & layers", "BLEU", List.of("rnn", "gru"))
                        .with("dev", List.of(30.0, NAN))
                        .with("test", List.of(-2.0, 0.0)),
                BarChart.of("no bars", "x", "y", List.of()),
                HeatMap.ofWeights(
                        "heat", "x", "y", List.of("<s>", "a", "a"), List.of("b"), new double[][] {{0.1, NAN, 0.9}}));
    }

    @ParameterizedTest
    @MethodSource("charts")
    void shouldDrawAnyFiguresAsPng(Chart chart) throws IOException {
        assumeThat(Chart.obstacle()).as("this Java can draw").isEmpty();

        for (var theme : Theme.values()) {
            var image = ImageIO.read(new ByteArrayInputStream(chart.png(theme)));

            assertThat(image.getWidth()).isBetween(200, 1400);
            assertThat(image.getHeight()).isBetween(200, 1400);
            assertThat(image.getRGB(0, 0) & 0xffffff).isEqualTo(theme.colour(Ink.PAPER));
        }
    }

    @ParameterizedTest
    @MethodSource("charts")
    void shouldDrawAnyFiguresAsWellFormedMarkup(Chart chart) throws Exception {
        var markup = chart.html();

        assertThat(markup).doesNotContain("NaN", "Infinity");
        var figure = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(markup)))
                .getDocumentElement();
        assertThat(figure.getTagName()).isEqualTo("figure");
        assertThat(figure.getTextContent()).contains(chart.title());
    }

    @Test
    void shouldShowTheSeriesInTheirColoursInThePicture(@TempDir Path folder) throws IOException {
        assumeThat(Chart.obstacle()).as("this Java can draw").isEmpty();
        var file = folder.resolve("bars.png");

        BarChart.of("bars", "x", "y", List.of("a", "b"))
                .with("one", List.of(3.0, 4.0))
                .with("two", List.of(5.0, 6.0))
                .writePng(file);

        var image = ImageIO.read(file.toFile());
        var colours = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        for (int series = 0; series < 2; series++) {
            int colour = Theme.LIGHT.colour(Ink.series(series)) | 0xff000000;
            assertThat(IntStream.of(colours).filter(c -> c == colour).count()).isGreaterThan(1000);
        }
    }

    @Test
    void shouldBreakALineAtAGap() {
        var chart = LineChart.of("t", "x", "y").with("s", new double[] {1, 2, 3, 4, 5}, new double[] {1, 2, NAN, 2, 1});

        assertThat(chart.html().split("<polyline")).hasSize(3);
    }

    @Test
    void shouldThinALineOfManyPoints() {
        var x = DoubleStream.iterate(0, n -> n + 1).limit(100_000).toArray();

        assertThat(LineChart.of("t", "x", "y").with("s", x, x).html()).hasSizeLessThan(30_000);
    }

    @Test
    void shouldRefuseFiguresThatDoNotFitTheirLabels() {
        assertThatThrownBy(() -> new Series("loss", new double[2], new double[3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("loss: 2 x values for 3 y values");
        assertThatThrownBy(() -> BarChart.of("t", "x", "y", List.of("a")).with("g", List.of(1.0, 2.0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("g: 2 values for 1 categories");
        assertThatThrownBy(() -> HeatMap.ofWeights("t", "x", "y", List.of("a"), List.of("b"), new double[1][2]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("t: a row of 2 values, 1 labels");
    }
}
