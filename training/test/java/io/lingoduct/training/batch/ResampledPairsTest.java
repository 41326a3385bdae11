package io.lingoduct.training.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.model.tokenizer.Tokenizer;
import io.lingoduct.training.ReverseTask;
import io.lingoduct.training.corpus.SentencePair;
import io.lingoduct.training.vocabulary.SubwordSampler;
import io.lingoduct.training.vocabulary.VocabularyBuilder;
import io.lingoduct.training.vocabulary.VocabularyOptions;
import io.lingoduct.training.vocabulary.VocabularyOptions.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResampledPairsTest {

    private static final TokenLimits ROOMY = new TokenLimits(100, 100);

    private final List<SentencePair> pairs = new ReverseTask(5)
            .sentences(50).stream()
                    .map(sentence -> new SentencePair(sentence, ReverseTask.reverse(sentence)))
                    .toList();

    @TempDir
    Path folder;

    private Tokenizer source;
    private Tokenizer target;

    @BeforeEach
    void learn() throws IOException {
        source = learn("source", pairs.stream().map(SentencePair::source).toList());
        target = learn("target", pairs.stream().map(SentencePair::target).toList());
    }

    private Tokenizer learn(String name, List<String> sentences) throws IOException {
        VocabularyBuilder.build(sentences, new VocabularyOptions(Kind.BPE, 290, 1), folder.resolve(name));
        return Tokenizer.load(folder.resolve(name));
    }

    @AfterEach
    void close() {
        source.close();
        target.close();
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
                        source.decode(sampled.get(i).source()),
                        target.decode(sampled.get(i).target())))
                .toList();
        assertThat(back).isEqualTo(pairs);
        assertThat(sampled).allSatisfy(pair -> assertThat(pair.source()).endsWith(VocabularyBuilder.EOS));
    }

    @Test
    void shouldKeepTheOrdinaryTokensOfAPairThatWouldOutgrowTheLimits() throws IOException {
        int longest = ordinary().tokens().stream()
                .mapToInt(p -> p.source().length - 1)
                .max()
                .orElseThrow();

        var sampled = resampled(new TokenLimits(longest, 100), 1).ofEpoch(1);

        assertThat(sampled)
                .allSatisfy(pair -> assertThat(pair.source().length - 1).isLessThanOrEqualTo(longest));
    }

    private ResampledPairs resampled(TokenLimits limits, long seed) throws IOException {
        return new ResampledPairs(
                ordinary(),
                SubwordSampler.load(folder.resolve("source"), 0.3),
                SubwordSampler.load(folder.resolve("target"), 0.3),
                limits,
                seed);
    }

    private TokenPairs.Fitting ordinary() {
        return new TokenPairs(source, target, ROOMY).fitting(pairs);
    }

    private static List<List<String>> texts(List<EncodedPair> pairs) {
        return pairs.stream()
                .map(p -> List.of(Arrays.toString(p.source()), Arrays.toString(p.target())))
                .toList();
    }
}
