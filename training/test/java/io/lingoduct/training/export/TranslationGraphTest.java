package io.lingoduct.training.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lingoduct.model.SearchOptions;
import io.lingoduct.model.graph.GraphCall;
import io.lingoduct.model.graph.OnnxGraph;
import io.lingoduct.training.bundle.ParityCheck;
import io.lingoduct.training.export.onnx.GraphArithmetic;
import io.lingoduct.training.network.Attention;
import io.lingoduct.training.network.Cell;
import io.lingoduct.training.network.GreedySearch;
import io.lingoduct.training.network.NetworkConfig.StartState;
import io.lingoduct.training.network.NetworkConfig.TiedEmbeddings;
import io.lingoduct.training.network.NetworkShapes;
import io.lingoduct.training.network.SearchLimits;
import io.lingoduct.training.network.Seq2Seq;
import io.lingoduct.training.vocabulary.VocabularyBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class TranslationGraphTest {

    private static final int VOCABULARY = RandomNetworks.VOCABULARY;
    private static final SearchLimits LIMITS = new SearchLimits(20, 25, 1.5, 2);

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0} {1} bidirectional {2}")
    @MethodSource("cellsAttentionsAndDirections")
    void shouldSayWhatTheNetworkSays(Cell cell, Attention attention, boolean bidirectional) throws Exception {
        requireParity(shape().cell(cell).attention(attention).bidirectional(bidirectional));
    }

    private static Stream<Arguments> cellsAttentionsAndDirections() {
        return Stream.of(Cell.values())
                .flatMap(cell -> Stream.of(Attention.values()).flatMap(attention -> Stream.of(true, false)
                        .map(direction -> Arguments.of(cell, attention, direction))));
    }

    @ParameterizedTest
    @EnumSource(TiedEmbeddings.class)
    void shouldSayWhatTheNetworkSaysHoweverEmbeddingsAreTied(TiedEmbeddings tied) throws Exception {
        requireParity(shape().tied(tied));
    }

    @ParameterizedTest
    @EnumSource(Cell.class)
    void shouldSayWhatTheNetworkSaysWithSeveralResidualLayersAndInputFeeding(Cell cell) throws Exception {
        requireParity(shape().cell(cell).layers(3, 2).residual().inputFeeding());
    }

    @ParameterizedTest
    @EnumSource(Cell.class)
    void shouldSayWhatTheNetworkSaysWhenItStartsFromTheLastState(Cell cell) throws Exception {
        requireParity(shape().cell(cell).startState(StartState.LAST).layers(2, 1));
    }

    @ParameterizedTest
    @EnumSource(
            value = Attention.class,
            names = {"GENERAL", "MLP"})
    void shouldSayWhatTheNetworkSaysWithTheSourceBridged(Attention attention) throws Exception {
        requireParity(shape().attention(attention).bridging());
        requireParity(
                shape().attention(attention).bridging().layers(2, 1).residual().inputFeeding());
        requireEqualScores(shape().attention(attention).bridging());
    }

    private void requireParity(NetworkShapes shape) throws Exception {
        var network = RandomNetworks.network(shape);
        var sources = RandomNetworks.sources(60, 20, 1);

        var expected = new GreedySearch(network, LIMITS).translate(sources);

        var graph = export(network, LIMITS);
        assertThat(ParityCheck.translate(graph, LIMITS, sources, SearchOptions.GREEDY.withScores(false)))
                .containsExactly(expected.toArray(long[][]::new));
        assertThat(ParityCheck.translate(graph, LIMITS, sources, SearchOptions.GREEDY))
                .containsExactly(expected.toArray(long[][]::new));
        assertThat(expected.stream().map(Arrays::toString).distinct().count())
                .as("different things that the network says")
                .isGreaterThan(shape.build().attention() == Attention.NONE ? 1 : 5);
    }

    // The graph goes step by step; without input feeding the network runs over the whole target at once.
    @ParameterizedTest
    @EnumSource(Cell.class)
    void shouldScoreAForcedTargetAsTheNetworkDoes(Cell cell) throws Exception {
        requireEqualScores(shape().cell(cell).layers(1, 2).residual());
        requireEqualScores(shape().cell(cell).inputFeeding());
        requireEqualScores(shape().cell(cell).attention(Attention.MLP));
    }

    private void requireEqualScores(NetworkShapes shape) throws Exception {
        var network = RandomNetworks.network(shape);
        var graph = export(network, LIMITS);
        var sources = RandomNetworks.sources(20, 20, 6);
        var targets = RandomNetworks.sources(20, 35, 7);

        try (var loaded = OnnxGraph.load(graph, 1)) {
            int longest = targets.stream().mapToInt(t -> t.length).max().orElseThrow();
            var output = loaded.run(GraphCall.forced(sources, targets, VocabularyBuilder.PAD, longest));
            for (int row = 0; row < sources.size(); row++) {
                var target = Arrays.copyOf(targets.get(row), targets.get(row).length - 1);
                double expected = ExhaustiveSearch.logProbability(network, sources.get(row), target, true);
                assertThat((double) output.scores()[row]).isCloseTo(expected, within(1e-3 * Math.abs(expected)));
            }
        }
    }

    @Test
    void shouldNotLetATranslationDependOnItsBatch() throws Exception {
        var graph = export(RandomNetworks.network(shape()), LIMITS);
        var sources = RandomNetworks.sources(40, 20, 3);
        for (int beam : new int[] {1, 4}) {
            var together = ParityCheck.translate(graph, LIMITS, sources, SearchOptions.beam(beam));
            var alone = new ArrayList<long[]>();
            for (var source : sources) {
                alone.addAll(ParityCheck.translate(graph, LIMITS, List.of(source), SearchOptions.beam(beam)));
            }
            assertThat(alone).containsExactly(together.toArray(long[][]::new));
        }
    }

    @Test
    void shouldEndEveryRowAtItsOwnLimit() throws Exception {
        var network = RandomNetworks.network(shape());
        RandomNetworks.forbidEnding(network);
        var sources = RandomNetworks.sources(30, 20, 4);

        for (int beam : new int[] {1, 3}) {
            var results = ParityCheck.translate(export(network, LIMITS), LIMITS, sources, SearchOptions.beam(beam));
            for (int i = 0; i < sources.size(); i++) {
                assertThat(results.get(i)).hasSize((int) LIMITS.forSource(sources.get(i).length));
            }
        }
    }

    @Test
    void shouldFindTheBestOfAllHypothesesWhenTheBeamHoldsThem() throws Exception {
        // Three ordinary tokens and two steps: a beam of seven loses nothing, so it must find what trying all finds.
        int tiny = 7;
        var limits = new SearchLimits(20, 2, 1, 2);
        var network = RandomNetworks.network(NetworkShapes.small(tiny));
        var sources = RandomNetworks.sources(20, tiny, 5);

        var found = ParityCheck.translate(export(network, limits), limits, sources, new SearchOptions(tiny, 0f));

        for (int i = 0; i < sources.size(); i++) {
            assertThat(found.get(i)).isEqualTo(ExhaustiveSearch.best(network, sources.get(i), 2));
        }
    }

    private Path export(Seq2Seq network, SearchLimits limits) throws IOException {
        return Files.write(folder.resolve("graph.onnx"), TranslationGraph.of(network, limits, GraphArithmetic.FLOAT32));
    }

    private static NetworkShapes shape() {
        return NetworkShapes.small(VOCABULARY);
    }
}
