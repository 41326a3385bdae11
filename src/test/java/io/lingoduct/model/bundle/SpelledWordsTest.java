package io.lingoduct.model.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SpelledWordsTest {

    private static final String VOCABULARY =
            "{'</s>': 0, '<0xC3>': 1, '<0xBC>': 2, '\u2581': 3, '!': 4, '\u2581the': 5}";

    private final SpelledWords words = SpelledWords.of(json(VOCABULARY), Set.of(0));

    @Test
    void shouldFindTextThatIsBytesThroughout() {
        assertThat(words.in(new long[] {3, 1, 2, 4, 0})).isTrue();
    }

    @Test
    void shouldNotFindTextWithAWord() {
        assertThat(words.in(new long[] {5, 1, 2, 1, 2, 1, 2})).isFalse();
    }

    @Test
    void shouldNotFindTextWithoutBytes() {
        assertThat(words.in(new long[] {3, 4, 0})).isFalse();
    }

    @Test
    void shouldReadVocabulariesThatAreLists() {
        var unigram = SpelledWords.of(json("[['<unk>', 0], ['<0xC3>', -1], ['a', -2]]"), Set.of(0));

        assertThat(unigram.in(new long[] {1})).isTrue();
        assertThat(unigram.in(new long[] {1, 2})).isFalse();
    }

    private static JsonNode json(String text) {
        try {
            return new JsonMapper().readTree(text.replace('\'', '"'));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
