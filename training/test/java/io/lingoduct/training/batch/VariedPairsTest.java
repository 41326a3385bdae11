package io.lingoduct.training.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.training.corpus.SentencePair;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VariedPairsTest {

    private static final TokenLimits ROOMY = new TokenLimits(100, 100);
    private static final List<SentencePair> PAIRS = IntStream.range(0, 200)
            .mapToObj(i -> new SentencePair("source " + i, "target " + i))
            .toList();

    private static final PairVariation HALF_SHOUTED = (pair, random) -> random.nextBoolean()
            ? new SentencePair(pair.source() + "!".repeat(1 + random.nextInt(9)), pair.target())
            : pair;

    @Test
    void shouldVaryAnEpochTheSameWayEachTime() {
        assertThat(texts(varied(HALF_SHOUTED, ROOMY, 1).ofEpoch(2)))
                .isEqualTo(texts(varied(HALF_SHOUTED, ROOMY, 1).ofEpoch(2)));
    }

    @Test
    void shouldVaryEachEpochAndEachSeedAnew() {
        var first = texts(varied(HALF_SHOUTED, ROOMY, 1).ofEpoch(1));

        assertThat(texts(varied(HALF_SHOUTED, ROOMY, 1).ofEpoch(2))).isNotEqualTo(first);
        assertThat(texts(varied(HALF_SHOUTED, ROOMY, 2).ofEpoch(1))).isNotEqualTo(first);
    }

    @Test
    void shouldKeepTheVeryTokensOfPairsThatStayAsTheyAre() {
        var ordinary = tokens();
        var source = new VariedPairs(
                PAIRS,
                PairSource.fixed(ordinary),
                (pair, random) -> new SentencePair(pair.source(), pair.target()),
                VariedPairsTest::cut,
                VariedPairsTest::cut,
                ROOMY,
                1);
        assertThat(source.ofEpoch(1)).isEqualTo(ordinary);
    }

    @Test
    void shouldKeepTheOrderOfThePairs() {
        var epoch = varied(HALF_SHOUTED, ROOMY, 1).ofEpoch(1);

        assertThat(epoch).hasSameSizeAs(PAIRS);
        assertThat(IntStream.range(0, epoch.size()))
                .allSatisfy(i -> assertThat(text(epoch.get(i).source()))
                        .startsWith(PAIRS.get(i).source()));
    }

    @Test
    void shouldKeepAPairThatWouldOutgrowTheLimits() {
        int longest =
                PAIRS.stream().mapToInt(pair -> pair.source().length()).max().orElseThrow();

        var epoch = varied(HALF_SHOUTED, new TokenLimits(longest, 100), 1).ofEpoch(1);

        assertThat(epoch)
                .allSatisfy(pair -> assertThat(pair.source().length - 1).isLessThanOrEqualTo(longest));
        assertThat(epoch).anySatisfy(pair -> assertThat(text(pair.source())).contains("!"));
    }

    private static VariedPairs varied(PairVariation variation, TokenLimits limits, long seed) {
        return new VariedPairs(
                PAIRS, PairSource.fixed(tokens()), variation, VariedPairsTest::cut, VariedPairsTest::cut, limits, seed);
    }

    private static List<EncodedPair> tokens() {
        return PAIRS.stream()
                .map(pair -> EncodedPair.ofUnended(cut(pair.source(), null), cut(pair.target(), null)))
                .toList();
    }

    /** A token for each character. */
    private static long[] cut(String text, SplittableRandom random) {
        return text.chars().asLongStream().toArray();
    }

    private static String text(long[] ended) {
        var text = new StringBuilder();
        Arrays.stream(ended, 0, ended.length - 1).forEach(c -> text.append((char) c));
        return text.toString();
    }

    private static List<String> texts(List<EncodedPair> pairs) {
        return pairs.stream().map(pair -> text(pair.source())).toList();
    }
}
