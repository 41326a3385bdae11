package io.lingoduct.training.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.model.tokenizer.Tokenizer;
import io.lingoduct.training.vocabulary.VocabularyOptions.Kind;
import java.io.IOException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PiecesTest {

    @Test
    void shouldSpellAPieceOfItsOwnWithThatPiece() throws IOException {
        var pieces = Pieces.read(Samples.vocabulary(Kind.BPE, 420, 2));

        assertThat(IntStream.range(0, pieces.size()))
                .allSatisfy(id -> assertThat(pieces.spell(pieces.text(id))).containsExactly(id));
    }

    @Test
    void shouldSpellAPieceOfAnotherVocabularyWithShorterOnes() throws IOException {
        var file = Samples.vocabulary(Kind.BPE, 420, 2);
        var pieces = Pieces.read(file);
        var word = "themethesis";

        try (var tokenizer = Tokenizer.load(file)) {
            var ids = IntStream.of(pieces.spell(PreTokenizer.SPACE_MARK + word + "🙃"))
                    .asLongStream()
                    .toArray();
            assertThat(tokenizer.decode(ids)).isEqualTo(word + "🙃");
            assertThat(ids.length).isLessThan(word.length());
        }
    }

    @Test
    void shouldTellSpecialTokensFromText() {
        assertThat(Pieces.isSpecial(VocabularyBuilder.UNK)).isTrue();
        assertThat(Pieces.isSpecial(VocabularyBuilder.UNK + 1)).isFalse();
    }
}
