package io.lingoduct.training.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.training.corpus.CorpusFilter.Reason;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CorpusFilterTest {

    private final CorpusFilter filter = lenient(10, 2);

    /** Lets every pair pass that has two sides of at most so many words and lengths of about the same. */
    private static CorpusFilter lenient(int maxWords, double maxRatio) {
        return new CorpusFilter(maxWords, Integer.MAX_VALUE, maxRatio, false, 0, 0, null, null, false);
    }

    @Test
    void shouldCountWhatItDropsByReason() {
        var result = filter.apply(
                List.of(
                        new SentencePair("good enough", "gut genug"),
                        new SentencePair("", "leer"),
                        new SentencePair("leer", ""),
                        new SentencePair("w ".repeat(11).strip(), "zu lang"),
                        new SentencePair("a sentence of some length", "kurz")),
                Set.of());

        assertThat(result.kept()).containsExactly(new SentencePair("good enough", "gut genug"));
        assertThat(result.dropped())
                .isEqualTo(Map.of(Reason.EMPTY, List.of(2, 3), Reason.TOO_LONG, List.of(4), Reason.RATIO, List.of(5)));
        assertThat(result.summary())
                .isEqualTo("1 sentence pairs kept, 2 dropped (a side is empty), 1 dropped (a side has too many words),"
                        + " 1 dropped (lengths differ too much)");
    }

    @Test
    void shouldDropWhatHoldsCharactersThatAreReservedForPlaceholders() {
        var result = filter.apply(
                List.of(
                        new SentencePair("to \uE000", "an sie"),
                        new SentencePair("to them", "an \uE00C"),
                        new SentencePair("to \uE00D", "an \uE00D")),
                Set.of());

        assertThat(result.kept()).containsExactly(new SentencePair("to \uE00D", "an \uE00D"));
        assertThat(result.dropped()).isEqualTo(Map.of(Reason.RESERVED, List.of(1, 2)));
    }

    @Test
    void shouldNotMindTheRatioOfShortSentences() {
        var pair = new SentencePair("Go.", "Gehen Sie weg.");

        assertThat(filter.apply(List.of(pair), Set.of()).kept()).containsExactly(pair);
    }

    @Test
    void shouldDropWhatGoesRoundInACircleWhenTold() {
        var circle = new SentencePair("the nearest station", "die nächste U-Bahn-Se-Se-Se-Se");
        var filter = new CorpusFilter(60, 1000, 9, false, 3, 0, null, null, false);

        assertThat(filter.apply(List.of(circle), Set.of()).dropped()).isEqualTo(Map.of(Reason.REPETITION, List.of(1)));
        assertThat(lenient(60, 9).apply(List.of(circle), Set.of()).kept()).containsExactly(circle);
    }

    @Test
    void shouldDropALineOfTenThousandWords() {
        var line = "w ".repeat(10_000).strip();

        assertThat(filter.apply(List.of(new SentencePair(line, line)), Set.of()).kept())
                .isEmpty();
    }

    @Test
    void shouldDropWhatIsHeldOutForScores() {
        var known = new SentencePair("held out", "zurückgehalten");
        var translatedByAModel = new SentencePair("held out", "zurück gehalten");
        var other = new SentencePair("held up", "zurückgehalten");

        var result = filter.apply(List.of(known, translatedByAModel, other), Set.of("held out"));

        assertThat(result.kept()).containsExactly(other);
        assertThat(result.dropped()).containsOnlyKeys(Reason.HELD_OUT);
    }

    @Test
    void shouldDropMoreWhenTold() {
        var strict = new CorpusFilter(10, 30, 2, true, 0, 0.5, UnicodeScript.CYRILLIC, UnicodeScript.LATIN, true);

        var result = strict.apply(
                List.of(
                        new SentencePair("доброе утро", "good morning"),
                        new SentencePair("доброе утро", "good morning"),
                        new SentencePair("ОК 1", "ОК 1"),
                        new SentencePair("12:30 - да", "12:30 – yes"),
                        new SentencePair("dobroye utro", "good morning"),
                        new SentencePair("д".repeat(31), "d".repeat(20))),
                Set.of());

        assertThat(result.kept()).hasSize(1);
        assertThat(result.dropped())
                .isEqualTo(Map.of(
                        Reason.DUPLICATE, List.of(2),
                        Reason.IDENTICAL, List.of(3),
                        Reason.FEW_LETTERS, List.of(4),
                        Reason.WRONG_SCRIPT, List.of(5),
                        Reason.TOO_MANY_CHARACTERS, List.of(6)));
    }

    @Test
    void shouldKeepForeignWordsWithinASentenceOfTheRightScript() {
        var cyrillic = new CorpusFilter(10, 100, 9, false, 0, 0, UnicodeScript.CYRILLIC, null, false);
        var pair = new SentencePair("мой новый iPhone", "my new iPhone");

        assertThat(cyrillic.apply(List.of(pair), Set.of()).kept()).containsExactly(pair);
    }

    @Test
    void shouldReportReasonsWithSharesAndLineNumbersButNoSentences() {
        var pairs = new ArrayList<>(Collections.nCopies(7, new SentencePair("secret words", "")));
        pairs.add(new SentencePair("secret words", "geheime Worte"));

        assertThat(filter.apply(pairs, Set.of()).report("train.en and train.de"))
                .contains("train.en and train.de: 8 sentence pairs read")
                .contains("| a side is empty | 7 | 87.50 % | 1, 2, 3, 4, 5 |")
                .contains("| kept | 1 | 12.50 % | |")
                .doesNotContain("secret");
    }
}
