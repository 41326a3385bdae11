package io.lingoduct.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.DoubleStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class ChartTest {

    @TempDir
    Path folder;

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
    void shouldDrawAnyFiguresAsASvgFile(Chart chart) throws Exception {
        var file = folder.resolve("chart.svg");
        chart.write(file);

        assertThat(file).content().doesNotContain("NaN", "Infinity").doesNotContain("var(");
        var picture = parsed(Files.readString(file));
        assertThat(picture.getTagName()).isEqualTo("svg");
        assertThat(Integer.parseInt(picture.getAttribute("width"))).isBetween(100, 700);
        assertThat(Integer.parseInt(picture.getAttribute("height"))).isBetween(100, 700);
        assertThat(picture.getTextContent()).contains(chart.title());
        var paper = (Element) picture.getElementsByTagName("rect").item(0);
        assertThat(paper.getAttribute("style")).contains(Ink.PAPER.light());
        assertThat(paper.getAttribute("width")).isEqualTo(picture.getAttribute("width") + ".0");
    }

    @ParameterizedTest
    @MethodSource("charts")
    void shouldDrawAnyFiguresAsWellFormedMarkup(Chart chart) throws Exception {
        var markup = chart.html();

        assertThat(markup).doesNotContain("NaN", "Infinity");
        var figure = parsed(markup);
        assertThat(figure.getTagName()).isEqualTo("figure");
        assertThat(figure.getTextContent()).contains(chart.title());
    }

    @Test
    void shouldShowTheSeriesInTheirColours() {
        var chart = BarChart.of("bars", "x", "y", List.of("a", "b"))
                .with("one", List.of(3.0, 4.0))
                .with("two", List.of(5.0, 6.0));

        // A bar for each value, and a key in the legend.
        assertThat(chart.svg().split("fill:" + Ink.series(0).light() + ";")).hasSize(1 + 3);
        assertThat(chart.svg().split("fill:" + Ink.series(1).light() + ";")).hasSize(1 + 3);
        assertThat(chart.html()).contains("fill:var(--series0);", "fill:var(--series1);");
    }

    @Test
    void shouldReplaceCharactersThatNoXmlFileMayHold() throws Exception {
        var chart = LineChart.of("a\u0007b\ud800c\ufffed \ud83d\ude00", "x", "y");

        chart.write(folder.resolve("chart.svg"));

        assertThat(parsed(Files.readString(folder.resolve("chart.svg"))).getTextContent())
                .contains("a\ufffdb\ufffdc\ufffdd \ud83d\ude00");
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

    private static Element parsed(String markup) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(markup)))
                .getDocumentElement();
    }
}
