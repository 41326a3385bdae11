package io.lingoduct.training.augment;

import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.model.PlaceholderForm;
import io.lingoduct.training.corpus.SentencePair;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AugmentationTest {

    private static final List<String> PLACEHOLDERS = Stream.concat(
                    PlaceholderForm.RESERVED.things().stream(), PlaceholderForm.RESERVED.numbers().stream())
            .toList();

    private static final AugmentationShares PLACEHOLDERS_EVERYWHERE = new AugmentationShares(1, 1, 0, 0, 0, 0, 0);
    private static final AugmentationShares NOISE_EVERYWHERE = new AugmentationShares(0, 0, 1, 1, 1, 1, 1);
    private static final AugmentationShares SOME = new AugmentationShares(0.2, 0.2, 0.1, 0.1, 0.1, 0.1, 0.1);

    @Test
    void shouldLeaveEveryPairAloneWithoutShares() {
        assertThat(vary(AugmentationShares.NONE, 1)).isEqualTo(SmallText.PAIRS);
    }

    @Test
    void shouldDrawTheSameFromTheSameSeedAndOtherwiseFromAnother() {
        assertThat(vary(SOME, 1)).isEqualTo(vary(SOME, 1)).isNotEqualTo(vary(SOME, 2));
    }

    @Test
    void shouldPutEachPlaceholderOnBothSidesOnceOrOnNeither() {
        assertThat(manyTimes(PLACEHOLDERS_EVERYWHERE))
                .allSatisfy(pair -> assertThat(PLACEHOLDERS).allSatisfy(placeholder -> {
                    int count = count(pair.source(), placeholder);
                    assertThat(count).isLessThanOrEqualTo(1);
                    assertThat(count(pair.target(), placeholder)).isEqualTo(count);
                }));
    }

    @Test
    void shouldUseAllPlaceholdersForThingsEvenly() {
        var varied = manyTimes(PLACEHOLDERS_EVERYWHERE);

        var counts = PlaceholderForm.RESERVED.things().stream()
                .map(placeholder -> varied.stream()
                        .filter(pair -> pair.source().contains(placeholder))
                        .count())
                .toList();

        assertThat(Collections.max(counts)).isLessThan(2 * Collections.min(counts));
    }

    @Test
    void shouldLeaveAboutTheRestAsItIs() {
        var shares = new AugmentationShares(0.2, 0, 0, 0, 0, 0, 0);
        var random = new SplittableRandom(4);
        var augmentation = Augmentation.learn(shares, SmallText.PAIRS, "en", "de");

        long changed = IntStream.range(0, 2_000)
                .mapToObj(i -> SmallText.PAIRS.get(i % SmallText.PAIRS.size()))
                .filter(pair -> !augmentation.vary(pair, random).equals(pair))
                .count();

        assertThat(changed).isBetween(320L, 480L);
    }

    @Test
    void shouldTouchNoTargetWithNoise() {
        var varied = manyTimes(NOISE_EVERYWHERE);

        assertThat(IntStream.range(0, varied.size())).allSatisfy(i -> assertThat(
                        varied.get(i).target())
                .isEqualTo(SmallText.PAIRS.get(i % SmallText.PAIRS.size()).target()));
        assertThat(varied).allSatisfy(pair -> assertThat(pair.source())
                .isNotEmpty()
                .isLowerCase()
                .doesNotContain("'")
                .doesNotContainPattern("[.!?]$"));
    }

    @Test
    void shouldKeepPlaceholdersWholeInNoise() {
        var all = new AugmentationShares(1, 1, 1, 1, 1, 1, 1);

        assertThat(manyTimes(all)).allSatisfy(pair -> assertThat(PLACEHOLDERS)
                .allSatisfy(placeholder ->
                        assertThat(count(pair.source(), placeholder)).isEqualTo(count(pair.target(), placeholder))));
    }

    @Test
    void shouldLeaveASentenceOfMarksAlone() {
        var augmentation = Augmentation.learn(NOISE_EVERYWHERE, SmallText.PAIRS, "en", "de");

        assertThat(augmentation.vary(new SentencePair("...", "..."), new SplittableRandom(1)))
                .isEqualTo(new SentencePair("...", "..."));
    }

    private static List<SentencePair> vary(AugmentationShares shares, long seed) {
        var random = new SplittableRandom(seed);
        var augmentation = Augmentation.learn(shares, SmallText.PAIRS, "en", "de");
        return SmallText.PAIRS.stream()
                .map(pair -> augmentation.vary(pair, random))
                .toList();
    }

    private static List<SentencePair> manyTimes(AugmentationShares shares) {
        var random = new SplittableRandom(7);
        var augmentation = Augmentation.learn(shares, SmallText.PAIRS, "en", "de");
        return IntStream.range(0, 50 * SmallText.PAIRS.size())
                .mapToObj(i -> augmentation.vary(SmallText.PAIRS.get(i % SmallText.PAIRS.size()), random))
                .toList();
    }

    private static int count(String text, String part) {
        return text.split(part, -1).length - 1;
    }
}
