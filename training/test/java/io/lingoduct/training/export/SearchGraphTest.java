package io.lingoduct.training.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OrtException;
import io.lingoduct.model.Cancellation;
import io.lingoduct.model.SearchOptions;
import io.lingoduct.model.graph.GraphCall;
import io.lingoduct.model.graph.OnnxGraph;
import io.lingoduct.training.batch.EncodedPair;
import io.lingoduct.training.export.onnx.GraphArithmetic;
import io.lingoduct.training.network.NetworkShapes;
import io.lingoduct.training.network.SearchLimits;
import io.lingoduct.training.network.Seq2Seq;
import io.lingoduct.training.vocabulary.VocabularyBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SearchGraphTest {

    private static final SearchLimits LIMITS = new SearchLimits(20, 25, 1.5, 8);
    private static final List<long[]> SOURCES = RandomNetworks.sources(20, 20, 3);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(GraphArithmetic.class)
    void shouldNotSayTheSameTokensTwiceWhereItMustNot(GraphArithmetic arithmetic) throws Exception {
        try (var graph = graph(longWinded(), arithmetic)) {
            for (int beam : new int[] {1, 3}) {
                assertThat(rowsThatRepeat(graph.run(search(SearchOptions.beam(beam))), 2))
                        .isPositive();
                for (int n : new int[] {2, 3}) {
                    var limited = graph.run(search(SearchOptions.beam(beam).withNoRepeatNgram(n)));
                    assertThat(rowsThatRepeat(limited, n)).isZero();
                }
            }
        }
    }

    private static long rowsThatRepeat(OnnxGraph.Output output, int n) {
        long rows = 0;
        for (int row = 0; row < SOURCES.size(); row++) {
            var said = said(output.targetIds(), row, output.width());
            var seen = new HashSet<List<Long>>();
            for (int i = 0; i + n <= said.size(); i++) {
                if (!seen.add(said.subList(i, i + n))) {
                    rows++;
                    break;
                }
            }
        }
        return rows;
    }

    @ParameterizedTest
    @EnumSource(GraphArithmetic.class)
    void shouldGiveAllHypothesesFromTheBestDown(GraphArithmetic arithmetic) throws Exception {
        try (var graph = graph(network(), arithmetic)) {
            var best = graph.run(search(SearchOptions.beam(4)));
            var all = graph.runForAll(search(SearchOptions.beam(4)));

            assertThat(all.beam()).isEqualTo(4);
            for (int row = 0; row < SOURCES.size(); row++) {
                var scores = new ArrayList<Float>();
                var hypotheses = new HashSet<List<Long>>();
                for (int at = 4 * row; at < 4 * row + 4; at++) {
                    scores.add(all.scores()[at]);
                    hypotheses.add(said(all.targetIds(), at, all.width()));
                }
                assertThat(scores).isSortedAccordingTo((a, b) -> Float.compare(b, a));
                assertThat(scores.get(0)).isEqualTo(best.scores()[row]);
                assertThat(said(all.targetIds(), 4 * row, all.width()))
                        .isEqualTo(said(best.targetIds(), row, best.width()));
                assertThat(hypotheses).hasSize(4);
            }
        }
    }

    @Test
    void shouldGiveOneHypothesisWithoutABeam() throws Exception {
        try (var graph = graph(network(), GraphArithmetic.INT8)) {
            var best = graph.run(search(SearchOptions.GREEDY));
            var all = graph.runForAll(search(SearchOptions.GREEDY));

            assertThat(all.beam()).isEqualTo(1);
            assertThat(all.targetIds()).isEqualTo(best.targetIds());
            assertThat(all.scores()).isEqualTo(best.scores());
        }
    }

    @Test
    void shouldPreferHypothesesThatCoverTheSource() throws Exception {
        try (var graph = graph(network(), GraphArithmetic.FLOAT32)) {
            var plain = graph.runForAll(search(SearchOptions.beam(4)));
            var covering = graph.runForAll(search(SearchOptions.beam(4).withCoveragePenalty(2)));

            assertThat(covering.scores()).isNotEqualTo(plain.scores());
            for (int at = 0; at < plain.scores().length; at += 4) {
                // The same hypotheses in another order, each with less than it had.
                assertThat(hypotheses(covering, at)).isEqualTo(hypotheses(plain, at));
                assertThat(covering.scores()[at]).isLessThanOrEqualTo(plain.scores()[at]);
            }
        }
    }

    private static HashSet<List<Long>> hypotheses(OnnxGraph.NBest all, int first) {
        var hypotheses = new HashSet<List<Long>>();
        for (int at = first; at < first + 4; at++) {
            hypotheses.add(said(all.targetIds(), at, all.width()));
        }
        return hypotheses;
    }

    @Test
    void shouldShowWhereTheNetworkLooks() throws Exception {
        var network = network();
        var targets = RandomNetworks.sources(20, 15, 9);
        try (var graph = graph(network, GraphArithmetic.FLOAT32)) {
            var looks = graph.runForAttention(GraphCall.forced(SOURCES, targets, VocabularyBuilder.PAD, 25));
            for (int row = 0; row < SOURCES.size(); row++) {
                var target = Arrays.copyOf(targets.get(row), targets.get(row).length - 1);
                var expected = network.attention(new EncodedPair(SOURCES.get(row), target));
                for (int t = 0; t < expected.length; t++) {
                    int start = (row * looks.targets() + t) * looks.sources();
                    for (int s = 0; s < expected[t].length; s++) {
                        assertThat(looks.weights()[start + s]).isCloseTo(expected[t][s], within(1e-4f));
                    }
                }
            }
        }
    }

    @Test
    void shouldEndARunThatIsCancelled() throws Exception {
        int endless = 1_000_000;
        var limits = new SearchLimits(20, endless, 1, endless);
        var file = folder.resolve("endless.onnx");
        Files.write(file, TranslationGraph.of(longWinded(), limits, GraphArithmetic.FLOAT32));
        try (var graph = OnnxGraph.load(file, 4)) {
            var cancellation = new Cancellation();
            var call = GraphCall.search(SOURCES, VocabularyBuilder.PAD, endless, SearchOptions.GREEDY);
            var started = new CountDownLatch(1);
            var run = CompletableFuture.supplyAsync(() -> {
                started.countDown();
                return catchThrowable(() -> graph.run(call, cancellation));
            });
            started.await();
            cancellation.cancel();
            assertThat(run.get(30, TimeUnit.SECONDS)).isInstanceOf(OrtException.class);
        }
    }

    private static List<Long> said(long[] ids, int row, int width) {
        return Arrays.stream(ids, row * width, (row + 1) * width)
                .filter(id -> id != VocabularyBuilder.PAD)
                .boxed()
                .toList();
    }

    private static GraphCall search(SearchOptions options) {
        return GraphCall.search(SOURCES, VocabularyBuilder.PAD, LIMITS.maxTargetTokens(), options);
    }

    private static Seq2Seq network() {
        return RandomNetworks.network(
                NetworkShapes.small(RandomNetworks.VOCABULARY).inputFeeding());
    }

    private static Seq2Seq longWinded() {
        var network = network();
        RandomNetworks.forbidEnding(network);
        return network;
    }

    private OnnxGraph graph(Seq2Seq network, GraphArithmetic arithmetic) throws IOException {
        var file = folder.resolve(arithmetic + ".onnx");
        return OnnxGraph.load(Files.write(file, TranslationGraph.of(network, LIMITS, arithmetic)), 4);
    }
}
