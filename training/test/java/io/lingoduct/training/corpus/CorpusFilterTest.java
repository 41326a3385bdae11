package io.lingoduct.training.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.training.corpus.CorpusFilter.Reason;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CorpusFilterTest {

    private final CorpusFilter filter = new CorpusFilter(10, 2);

    @Test
    void shouldCountWhatItDropsByReason() {
        var result = filter.apply(List.of(
                new SentencePair("good enough", "gut genug"),
                new SentencePair("", "leer"),
                new SentencePair("leer", ""),
                new SentencePair("w ".repeat(11).strip(), "zu lang"),
                new SentencePair("a sentence of some length", "kurz")));

        assertThat(result.kept()).containsExactly(new SentencePair("good enough", "gut genug"));
        assertThat(result.dropped()).isEqualTo(Map.of(Reason.EMPTY, 2, Reason.TOO_LONG, 1, Reason.RATIO, 1));
        assertThat(result.summary())
                .isEqualTo("1 sentence pairs kept, 2 dropped (a side is empty), 1 dropped (a side has too many words),"
                        + " 1 dropped (lengths differ too much)");
    }

    @Test
    void shouldNotMindTheRatioOfShortSentences() {
        var pair = new SentencePair("Go.", "Gehen Sie weg.");

        assertThat(filter.apply(List.of(pair)).kept()).containsExactly(pair);
    }

    @Test
    void shouldDropALineOfTenThousandWords() {
        var line = "w ".repeat(10_000).strip();

        assertThat(filter.apply(List.of(new SentencePair(line, line))).kept()).isEmpty();
    }
}
