package io.lingoduct.training.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lingoduct.model.SearchOptions;
import io.lingoduct.model.bundle.Shortlist;
import io.lingoduct.model.graph.GraphCall;
import io.lingoduct.model.graph.OnnxGraph;
import io.lingoduct.training.bundle.ParityCheck;
import io.lingoduct.training.export.onnx.GraphArithmetic;
import io.lingoduct.training.network.Attention;
import io.lingoduct.training.network.Cell;
import io.lingoduct.training.network.GreedySearch;
import io.lingoduct.training.network.NetworkConfig.StartState;
import io.lingoduct.training.network.NetworkShapes;
import io.lingoduct.training.network.SearchLimits;
import io.lingoduct.training.network.Seq2Seq;
import io.lingoduct.training.vocabulary.VocabularyBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntegerGraphTest {

    private static final SearchLimits LIMITS = new SearchLimits(20, 25, 1.5, 2);

    private static final int[] FREQUENT = {VocabularyBuilder.EOS, 4, 5, 6, 9, 20};

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0} {1} input feeding {2}")
    @MethodSource("networks")
    void shouldMostlySayWhatTheNetworkSays(Cell cell, Attention attention, boolean feeding) throws Exception {
        requireMostlyEqual(network(cell, attention, feeding));
    }

    @Test
    void shouldMostlySayWhatTheNetworkSaysWithTheSourceBridged() throws Exception {
        var shape = NetworkShapes.small(RandomNetworks.VOCABULARY).attention(Attention.MLP);
        requireMostlyEqual(RandomNetworks.network(shape.bridging().inputFeeding()));
    }

    @ParameterizedTest
    @EnumSource
    void shouldMostlySayWhatTheNetworkSaysWithLayersThatAddTheirInputAndOneDirection(Cell cell) throws Exception {
        var shape = NetworkShapes.small(RandomNetworks.VOCABULARY).cell(cell).layers(2, 1);
        requireMostlyEqual(
                RandomNetworks.network(shape.residual().bidirectional(false).startState(StartState.LAST)));
    }

    @ParameterizedTest
    @EnumSource
    void shouldMostlySayWhatTheNetworkSaysWithLayersInBothDirections(Cell cell) throws Exception {
        requireMostlyEqual(layeredBothWays(cell));
    }

    @ParameterizedTest
    @EnumSource
    void shouldMostlySayWhatTheNetworkSaysWithManyLayersInTheDecoder(Cell cell) throws Exception {
        var shape = NetworkShapes.small(RandomNetworks.VOCABULARY).cell(cell).layers(1, 3);
        requireMostlyEqual(RandomNetworks.network(shape.residual().inputFeeding()));
    }

    private static Seq2Seq layeredBothWays(Cell cell) {
        var shape = NetworkShapes.small(RandomNetworks.VOCABULARY).cell(cell).layers(2, 1);
        return RandomNetworks.network(shape.residual().startState(StartState.LAST));
    }

    private void requireMostlyEqual(Seq2Seq network) throws Exception {
        var sources = RandomNetworks.sources(60, 20, 1);

        var expected = new GreedySearch(network, LIMITS).translate(sources);
        var actual = ParityCheck.translate(export(network), LIMITS, sources, SearchOptions.GREEDY);

        long equalBeginnings = IntStream.range(0, 60)
                .filter(i -> expected.get(i).length > 0
                        && actual.get(i).length > 0
                        && expected.get(i)[0] == actual.get(i)[0])
                .count();
        assertThat(equalBeginnings).isGreaterThan(45);
    }

    @ParameterizedTest(name = "{0} {1} input feeding {2}")
    @MethodSource("networks")
    void shouldNotLetATranslationDependOnItsBatch(Cell cell, Attention attention, boolean feeding) throws Exception {
        requireIndependentRows(network(cell, attention, feeding));
    }

    @ParameterizedTest
    @EnumSource
    void shouldNotLetATranslationDependOnItsBatchWithLayersInBothDirections(Cell cell) throws Exception {
        requireIndependentRows(layeredBothWays(cell));
    }

    private void requireIndependentRows(Seq2Seq network) throws Exception {
        var sources = RandomNetworks.sources(30, 20, 3);
        try (var graph = OnnxGraph.load(export(network), 4)) {
            for (int beam : new int[] {1, 4}) {
                for (var shortlist : List.of(everything(), someWords())) {
                    var together = translate(graph, sources, SearchOptions.beam(beam), shortlist);
                    var alone = new ArrayList<long[]>();
                    for (var source : sources) {
                        alone.addAll(translate(graph, List.of(source), SearchOptions.beam(beam), shortlist));
                    }
                    assertThat(alone).containsExactly(together.toArray(long[][]::new));
                }
            }
        }
    }

    @ParameterizedTest(name = "{0} {1} input feeding {2}")
    @MethodSource("networks")
    void shouldSayTheSameWhereNobodyWantsScores(Cell cell, Attention attention, boolean feeding) throws Exception {
        var sources = RandomNetworks.sources(30, 20, 5);
        var unscored = SearchOptions.GREEDY.withScores(false);
        try (var graph = OnnxGraph.load(export(network(cell, attention, feeding)), 4)) {
            for (var shortlist : Arrays.asList(null, everything(), someWords())) {
                var scored = translate(graph, sources, SearchOptions.GREEDY, shortlist);
                assertThat(translate(graph, sources, unscored, shortlist))
                        .containsExactly(scored.toArray(long[][]::new));
            }
        }
    }

    @ParameterizedTest(name = "beam {0}, coverage {1}, no-repeat-ngram {2}")
    @CsvSource({"1, 0, 0", "1, 0, 2", "4, 0, 0", "4, 0.5, 0", "4, 0.5, 2"})
    void shouldGiveEachRowItsOwnHypothesesAndScoresWhoeverLeavesBefore(int beam, float coverage, int noRepeat)
            throws Exception {
        var sources = RandomNetworks.sources(30, 20, 4);
        var search = SearchOptions.beam(beam).withCoveragePenalty(coverage).withNoRepeatNgram(noRepeat);
        try (var graph = OnnxGraph.load(export(network(Cell.LSTM, Attention.MLP, true)), 4)) {
            var together = graph.runForAll(call(sources, search, null));
            assertThat(lengths(together)).as("lengths that differ").hasSizeGreaterThan(5);
            for (int row = 0; row < sources.size(); row++) {
                var alone = graph.runForAll(call(List.of(sources.get(row)), search, null));
                for (int k = 0; k < beam; k++) {
                    assertThat(ids(together, row * beam + k)).containsExactly(ids(alone, k));
                    // A coverage sums over padding too, in an order that depends on how much there is.
                    assertThat(together.scores()[row * beam + k]).isCloseTo(alone.scores()[k], within(1e-5f));
                }
            }
        }
    }

    private static Set<Integer> lengths(OnnxGraph.NBest output) {
        return IntStream.range(0, output.scores().length)
                .mapToObj(at -> ids(output, at).length)
                .collect(Collectors.toSet());
    }

    private static long[] ids(OnnxGraph.NBest output, int at) {
        return withoutPadding(output.targetIds(), at, output.width());
    }

    private static Stream<Arguments> networks() {
        return Stream.of(
                Arguments.of(Cell.LSTM, Attention.GENERAL, true),
                Arguments.of(Cell.LSTM, Attention.NONE, false),
                Arguments.of(Cell.GRU, Attention.MLP, true),
                Arguments.of(Cell.GRU, Attention.GENERAL, false),
                Arguments.of(Cell.RNN, Attention.DOT, true));
    }

    @Test
    void shouldSayTheSameWithAShortlistOfAllWordsAsWithoutOne() throws Exception {
        var sources = RandomNetworks.sources(40, 20, 3);
        try (var graph = OnnxGraph.load(export(network(Cell.LSTM, Attention.GENERAL, true)), 4)) {
            for (int beam : new int[] {1, 4}) {
                var search = SearchOptions.beam(beam);
                assertThat(translate(graph, sources, search, everything()))
                        .containsExactly(translate(graph, sources, search, null).toArray(long[][]::new));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void shouldSayTheSameWhereItKnowsTheFrequentTokens(int beam) throws Exception {
        var network = network(Cell.LSTM, Attention.GENERAL, true);
        var sources = RandomNetworks.sources(40, 20, 3);
        var search = SearchOptions.beam(beam);
        var knowing = Files.write(
                folder.resolve("knowing.onnx"), TranslationGraph.of(network, LIMITS, GraphArithmetic.INT8, FREQUENT));
        try (var plain = OnnxGraph.load(export(network), 4);
                var graph = OnnxGraph.load(knowing, 4)) {
            for (var shortlist : List.of(someWords(), frequentWords())) {
                var together = translate(graph, sources, search, shortlist);
                assertThat(together)
                        .containsExactly(
                                translate(plain, sources, search, shortlist).toArray(long[][]::new));
                var alone = new ArrayList<long[]>();
                for (var source : sources) {
                    alone.addAll(translate(graph, List.of(source), search, shortlist));
                }
                assertThat(alone).containsExactly(together.toArray(long[][]::new));
            }
        }
    }

    @Test
    void shouldSayOnlyWhatTheShortlistAllowsEachRow() throws Exception {
        var sources = RandomNetworks.sources(40, 20, 3);
        try (var graph = OnnxGraph.load(export(network(Cell.LSTM, Attention.GENERAL, true)), 4)) {
            for (int beam : new int[] {1, 4}) {
                var said = translate(graph, sources, SearchOptions.beam(beam), someWords());
                for (int row = 0; row < sources.size(); row++) {
                    var allowed =
                            someWords().forBatch(List.of(sources.get(row))).ids();
                    assertThat(boxed(said.get(row))).isSubsetOf(boxed(allowed));
                }
            }
        }
    }

    private static List<Long> boxed(long[] ids) {
        return Arrays.stream(ids).boxed().toList();
    }

    /** Frequent ones, and for a source id the ids near it. */
    private static Shortlist someWords() {
        var candidates = IntStream.range(0, RandomNetworks.VOCABULARY)
                .mapToObj(id -> IntStream.rangeClosed(id, id + 2)
                        .filter(near -> near > 3 && near < RandomNetworks.VOCABULARY)
                        .toArray())
                .toList();
        return Shortlist.of(RandomNetworks.VOCABULARY, FREQUENT, candidates);
    }

    /** Nothing but the frequent ones. */
    private static Shortlist frequentWords() {
        return Shortlist.of(RandomNetworks.VOCABULARY, FREQUENT, noCandidates());
    }

    private static List<int[]> noCandidates() {
        return Collections.nCopies(RandomNetworks.VOCABULARY, new int[0]);
    }

    private static Shortlist everything() {
        var all = IntStream.range(0, RandomNetworks.VOCABULARY).toArray();
        return Shortlist.of(RandomNetworks.VOCABULARY, all, noCandidates());
    }

    private static List<long[]> translate(
            OnnxGraph graph, List<long[]> sources, SearchOptions search, Shortlist shortlist) throws Exception {
        var output = graph.run(call(sources, search, shortlist));
        return IntStream.range(0, sources.size())
                .mapToObj(row -> withoutPadding(output.targetIds(), row, output.width()))
                .toList();
    }

    private static GraphCall call(List<long[]> sources, SearchOptions search, Shortlist shortlist) {
        var candidates = shortlist == null ? null : shortlist.forBatch(sources);
        return new GraphCall(sources, VocabularyBuilder.PAD, LIMITS.maxTargetTokens(), search, candidates, List.of());
    }

    private static long[] withoutPadding(long[] ids, int row, int width) {
        return Arrays.stream(ids, row * width, (row + 1) * width)
                .filter(id -> id != VocabularyBuilder.PAD)
                .toArray();
    }

    private static Seq2Seq network(Cell cell, Attention attention, boolean feeding) {
        var shape = NetworkShapes.small(RandomNetworks.VOCABULARY).cell(cell).attention(attention);
        return RandomNetworks.network(feeding ? shape.inputFeeding() : shape);
    }

    private Path export(Seq2Seq network) throws IOException {
        return Files.write(folder.resolve("graph.onnx"), TranslationGraph.of(network, LIMITS, GraphArithmetic.INT8));
    }
}
