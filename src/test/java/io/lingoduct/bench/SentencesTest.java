package io.lingoduct.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SentencesTest {

    @Test
    void shouldBeAsLongAsEverydaySentences() {
        var words = new Sentences(1)
                .make(3_000).stream().mapToInt(text -> text.split(" ").length).summaryStatistics();

        assertThat(words.getAverage()).isCloseTo(10, within(0.5));
        assertThat(words.getMin()).isBetween(2, 3);
        assertThat(words.getMax()).isBetween(25, 50);
    }

    @Test
    void shouldVary() {
        var sentences = new Sentences(1).make(1_000);

        assertThat(sentences.stream().distinct().count()).isGreaterThan(950);
        assertThat(sentences).allMatch(text -> Character.isUpperCase(text.charAt(0)) && text.endsWith("."));
    }

    @Test
    void shouldBeTheSameForTheSameSeed() {
        assertThat(new Sentences(7).make(20)).isEqualTo(new Sentences(7).make(20));
    }

    @Test
    void shouldHaveAsManyWordsAsAsked() {
        var sentences = new Sentences(1);

        assertThat(sentences.ofWords(1).split(" ")).hasSize(1);
        assertThat(sentences.ofWords(100).split(" ")).hasSize(100);
    }
}
