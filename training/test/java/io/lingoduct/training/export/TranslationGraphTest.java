package io.lingoduct.training.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.model.SearchOptions;
import io.lingoduct.training.network.GreedySearch;
import io.lingoduct.training.network.NetworkConfig;
import io.lingoduct.training.network.NetworkConfig.TiedEmbeddings;
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
import java.util.Random;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TranslationGraphTest {

    private static final int VOCABULARY = 40;
    private static final SearchLimits LIMITS = new SearchLimits(20, 25, 1.5, 2);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(TiedEmbeddings.class)
    void shouldSayWhatTheNetworkSaysHoweverEmbeddingsAreTied(TiedEmbeddings tied) throws Exception {
        var network = network(1, 1, tied);
        var sources = sources(120, 20, 1);

        var expected = new GreedySearch(network, LIMITS).translate(sources);

        var parity = ParityCheck.greedy(export(network, LIMITS), LIMITS, sources, expected);
        assertThat(parity.equal()).isEqualTo(120);
        assertThat(expected.stream().map(Arrays::toString).distinct().count())
                .as("different things that the network says")
                .isGreaterThan(50);
    }

    @Test
    void shouldSayWhatTheNetworkSaysWithSeveralLayers() throws Exception {
        var network = network(3, 2, TiedEmbeddings.ALL);
        var sources = sources(60, 20, 2);

        var expected = new GreedySearch(network, LIMITS).translate(sources);

        assertThat(ParityCheck.greedy(export(network, LIMITS), LIMITS, sources, expected)
                        .equal())
                .isEqualTo(60);
    }

    @Test
    void shouldNotLetATranslationDependOnItsBatch() throws Exception {
        var graph = export(network(1, 1, TiedEmbeddings.ALL), LIMITS);
        var sources = sources(40, 20, 3);
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
        var network = network(1, 1, TiedEmbeddings.ALL);
        forbidEnding(network);
        var sources = sources(30, 20, 4);

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
        var network = network(1, 1, TiedEmbeddings.ALL, tiny);
        var sources = sources(20, tiny, 5);

        var found = ParityCheck.translate(export(network, limits), limits, sources, new SearchOptions(tiny, 0f));

        for (int i = 0; i < sources.size(); i++) {
            assertThat(found.get(i)).isEqualTo(ExhaustiveSearch.best(network, sources.get(i), 2));
        }
    }

    private Path export(Seq2Seq network, SearchLimits limits) throws IOException {
        return Files.write(folder.resolve("graph.onnx"), TranslationGraph.of(network, limits));
    }

    private static Seq2Seq network(int encoderLayers, int decoderLayers, TiedEmbeddings tied) {
        return network(encoderLayers, decoderLayers, tied, VOCABULARY);
    }

    private static Seq2Seq network(int encoderLayers, int decoderLayers, TiedEmbeddings tied, int vocabulary) {
        torch.manual_seed(7);
        var network = new Seq2Seq(new NetworkConfig(vocabulary, 12, encoderLayers, 8, decoderLayers, 10, 0.1, tied));
        try (var noGradient = new NoGradGuard()) {
            // Far from uniform, or rounding would decide between tokens.
            network.weights().values().forEach(weight -> weight.mul_(new Scalar(4)));
        }
        HalfPrecision.round(network);
        network.eval();
        return network;
    }

    private static void forbidEnding(Seq2Seq network) {
        try (var noGradient = new NoGradGuard()) {
            network.weights()
                    .get("output_bias")
                    .select(0, VocabularyBuilder.EOS)
                    .fill_(new Scalar(-1000));
        }
    }

    private static List<long[]> sources(int count, int longest, long seed) {
        var random = new Random(seed);
        return Collections.nCopies(count, 0).stream()
                .map(zero -> {
                    var ids = random.longs(1 + random.nextInt(longest), 4, longest < 10 ? longest : VOCABULARY)
                            .toArray();
                    ids[ids.length - 1] = VocabularyBuilder.EOS;
                    return ids;
                })
                .toList();
    }
}
