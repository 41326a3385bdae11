package io.lingoduct.training.shortlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class Model1Test {

    private static final ToyText TEXT = ToyText.ofWords("the a house book small", "das ein haus buch klein");

    private static final TokenIndex INDEX = TEXT.index(List.of(
            TEXT.pair("the house", "das haus"),
            TEXT.pair("the book", "das buch"),
            TEXT.pair("a book", "ein buch"),
            TEXT.pair("a small house", "ein klein haus")));

    @Test
    void shouldFindTheObviousTranslations() {
        var table = Model1.learn(INDEX, 20);

        assertThat(best(table, "the")).isEqualTo(TEXT.target("das"));
        assertThat(best(table, "a")).isEqualTo(TEXT.target("ein"));
        assertThat(best(table, "house")).isEqualTo(TEXT.target("haus"));
        assertThat(best(table, "book")).isEqualTo(TEXT.target("buch"));
        assertThat(best(table, "small")).isEqualTo(TEXT.target("klein"));
    }

    @Test
    void shouldGrowSurerWithEachIteration() {
        double first = probability(Model1.learn(INDEX, 1), "book", "buch");
        double tenth = probability(Model1.learn(INDEX, 10), "book", "buch");

        assertThat(first).isGreaterThan(1 / 3.0);
        assertThat(tenth).isGreaterThan(first);
    }

    @Test
    void shouldGiveEachSourceTokenProbabilitiesThatSumToOne() {
        var table = Model1.learn(INDEX, 5);

        for (var word : List.of("the", "a", "house", "book", "small")) {
            int source = TEXT.source(word);
            double sum = IntStream.range(table.start(source), table.end(source))
                    .mapToDouble(table::probability)
                    .sum();
            assertThat(sum).as(word).isCloseTo(1, within(1e-6));
        }
    }

    @Test
    void shouldKnowNothingOfSpecialTokensAndTokensThatDoNotOccur() {
        var table = Model1.learn(INDEX, 1);

        assertThat(table.end(2)).isEqualTo(table.start(2));
        assertThat(table.end(100)).isEqualTo(table.start(100));
    }

    private static int best(TranslationTable table, String word) {
        int source = TEXT.source(word);
        return IntStream.range(table.start(source), table.end(source))
                .boxed()
                .max(Comparator.comparingDouble(table::probability))
                .map(table::id)
                .orElseThrow();
    }

    private static double probability(TranslationTable table, String word, String translation) {
        int source = TEXT.source(word);
        return IntStream.range(table.start(source), table.end(source))
                .filter(i -> table.id(i) == TEXT.target(translation))
                .mapToDouble(table::probability)
                .sum();
    }
}
