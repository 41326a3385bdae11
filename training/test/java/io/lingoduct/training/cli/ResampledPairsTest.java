package io.lingoduct.training.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.training.batch.EncodedPair;
import io.lingoduct.training.config.RunConfig;
import io.lingoduct.training.corpus.SentencePair;
import io.lingoduct.training.loop.ProgressDisplay;
import io.lingoduct.training.network.SearchLimits;
import io.lingoduct.training.vocabulary.VocabularyBuilder;
import io.lingoduct.training.vocabulary.VocabularyOptions.Kind;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResampledPairsTest {

    private static final SearchLimits ROOMY = new SearchLimits(100, 100, 2, 10);

    private final List<SentencePair> pairs = new ReverseTask(5)
            .sentences(50).stream()
                    .map(sentence -> new SentencePair(sentence, ReverseTask.reverse(sentence)))
                    .toList();

    @TempDir
    Path folder;

    private Vocabularies vocabularies;

    @BeforeEach
    void learn() throws IOException {
        var config = new RunConfig.Vocabulary(Kind.BPE, RunConfig.Sharing.SEPARATE, 290, 290, 1, 0.3);
        var display = new ProgressDisplay(new PrintStream(OutputStream.nullOutputStream()), false, () -> 0);
        vocabularies = Vocabularies.of(config, folder, pairs, display);
    }

    @AfterEach
    void close() {
        vocabularies.close();
    }

    @Test
    void shouldCutAnEpochTheSameWayEachTime() throws IOException {
        assertThat(texts(resampled(ROOMY, 1).ofEpoch(3)))
                .isEqualTo(texts(resampled(ROOMY, 1).ofEpoch(3)));
    }

    @Test
    void shouldCutEachEpochAndEachSeedAnew() throws IOException {
        var first = texts(resampled(ROOMY, 1).ofEpoch(1));

        assertThat(texts(resampled(ROOMY, 1).ofEpoch(2))).isNotEqualTo(first);
        assertThat(texts(resampled(ROOMY, 2).ofEpoch(1))).isNotEqualTo(first);
    }

    @Test
    void shouldSayTheSameSentencesInTheSameOrder() throws IOException {
        var sampled = resampled(ROOMY, 1).ofEpoch(1);

        var back = IntStream.range(0, pairs.size())
                .mapToObj(i -> new SentencePair(
                        vocabularies.source().decode(sampled.get(i).source()),
                        vocabularies.target().decode(sampled.get(i).target())))
                .toList();
        assertThat(back).isEqualTo(pairs);
        assertThat(sampled).allSatisfy(pair -> assertThat(pair.source()).endsWith(VocabularyBuilder.EOS));
    }

    @Test
    void shouldKeepTheOrdinaryTokensOfAPairThatWouldOutgrowTheLimits() throws IOException {
        int longest =
                ordinary().stream().mapToInt(p -> p.source().length - 1).max().orElseThrow();

        var sampled = resampled(new SearchLimits(longest, 100, 2, 10), 1).ofEpoch(1);

        assertThat(sampled)
                .allSatisfy(pair -> assertThat(pair.source().length - 1).isLessThanOrEqualTo(longest));
    }

    private ResampledPairs resampled(SearchLimits limits, long seed) throws IOException {
        return new ResampledPairs(pairs, ordinary(), vocabularies, 0.3, limits, seed);
    }

    private List<EncodedPair> ordinary() {
        return pairs.stream()
                .map(pair -> TokenPairs.of(
                        vocabularies.source().encode(pair.source()),
                        vocabularies.target().encode(pair.target())))
                .toList();
    }

    private static List<List<String>> texts(List<EncodedPair> pairs) {
        return pairs.stream()
                .map(p -> List.of(Arrays.toString(p.source()), Arrays.toString(p.target())))
                .toList();
    }
}
