package io.lingoduct.training.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lingoduct.model.tokenizer.Tokenizer;
import io.lingoduct.training.vocabulary.VocabularyOptions.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

class SubwordSamplerTest {

    private static final String TEXT = "the theory of the other theme, then";

    private static Path file;
    private static Tokenizer tokenizer;

    @BeforeContainer
    static void learn() {
        file = Samples.vocabulary(Kind.BPE, 420, 2);
        tokenizer = Tokenizer.load(file);
    }

    @AfterContainer
    static void close() {
        tokenizer.close();
    }

    @Property(tries = 1000)
    void shouldCutTextAsTheTokenizerDoes(@ForAll("texts") String text) throws IOException {
        assertThat(SubwordSampler.load(file, 0).sample(text, new SplittableRandom(1)))
                .isEqualTo(tokenizer.encode(text));
    }

    @Property(tries = 200)
    void shouldKeepTheTextHoweverItIsCut(@ForAll("texts") String text, @ForAll long seed) throws IOException {
        var ids = SubwordSampler.load(file, 0.3).sample(text, new SplittableRandom(seed));

        assertThat(tokenizer.decode(ids)).isEqualTo(text);
    }

    @Example
    void shouldCutTheSameTextInManyWays() throws IOException {
        var sampler = SubwordSampler.load(file, 0.3);
        var random = new SplittableRandom(1);

        var ways = IntStream.range(0, 50)
                .mapToObj(i -> Arrays.toString(sampler.sample(TEXT, random)))
                .distinct();

        assertThat(ways.count()).isGreaterThan(20);
    }

    @Example
    void shouldCutTheSameWayForTheSameSeed() throws IOException {
        var sampler = SubwordSampler.load(file, 0.3);

        assertThat(sampler.sample(TEXT, new SplittableRandom(5)))
                .isEqualTo(sampler.sample(TEXT, new SplittableRandom(5)));
    }

    @Example
    void shouldMergeNothingWhenEveryMergeIsLeftOut() throws IOException {
        var ids = SubwordSampler.load(file, 1).sample(TEXT, new SplittableRandom(1));

        assertThat(ids).hasSize(TEXT.length() + 1);
    }

    @Example
    void shouldRefuseAVocabularyOfWords() {
        var words = Samples.vocabulary(Kind.WORD, 420, 2);

        assertThatThrownBy(() -> SubwordSampler.load(words, 0.1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Provide
    Arbitrary<String> texts() {
        return Samples.texts();
    }
}
