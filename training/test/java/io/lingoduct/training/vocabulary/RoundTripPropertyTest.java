package io.lingoduct.training.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.model.tokenizer.Tokenizer;
import io.lingoduct.training.vocabulary.VocabularyOptions.Kind;
import java.util.EnumMap;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Every kind of vocabulary gives back what went in, and knows no unknown token. */
class RoundTripPropertyTest {

    private static final Map<Kind, Tokenizer> TOKENIZERS = new EnumMap<>(Kind.class);

    @BeforeContainer
    static void learn() {
        for (var kind : Kind.values()) {
            TOKENIZERS.put(kind, Tokenizer.load(Samples.vocabulary(kind, 420, 2)));
        }
    }

    @AfterContainer
    static void close() {
        TOKENIZERS.values().forEach(Tokenizer::close);
        TOKENIZERS.clear();
    }

    @Property(tries = 500)
    void shouldGiveBackAnyText(@ForAll Kind kind, @ForAll("texts") String text) {
        var tokenizer = TOKENIZERS.get(kind);
        var ids = tokenizer.encode(text);

        assertThat(ids).doesNotContain(VocabularyBuilder.UNK);
        assertThat(tokenizer.decode(ids)).isEqualTo(text);
    }

    @Provide
    Arbitrary<String> texts() {
        return Samples.texts();
    }
}
