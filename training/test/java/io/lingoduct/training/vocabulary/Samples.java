package io.lingoduct.training.vocabulary;

import io.lingoduct.text.segment.TextNormalizer;
import io.lingoduct.training.vocabulary.VocabularyOptions.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/** Sentences to learn a vocabulary from, and texts to try it on. */
final class Samples {

    static final List<String> SENTENCES = List.of(
            "the theme of the thesis, the other theory; then",
            "das Thema der These, die andere Theorie: dann!",
            "there and then in 1990 (don't you say) – über Straßen",
            "тема и теория 東京 🙂 e-mail@home.org 50 % $5 a_b c^d ½ № ²");

    private Samples() {}

    /** A vocabulary of the sentences, each seen three times, in a file that the process' end removes. */
    static Path vocabulary(Kind kind, int size, int minCharacterCount) {
        try {
            var file = Files.createTempFile("tokenizer", ".json");
            file.toFile().deleteOnExit();
            var sentences = Collections.nCopies(3, SENTENCES).stream()
                    .flatMap(List::stream)
                    .toList();
            VocabularyBuilder.build(sentences, new VocabularyOptions(kind, size, minCharacterCount), file);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Normalised texts: any Unicode, and words like those that were learnt. U+2581 is left out: tokenizers of this kind write
     * a space as that, so it comes back as a space.
     */
    static Arbitrary<String> texts() {
        var any = Arbitraries.integers()
                .between(0, Character.MAX_CODE_POINT)
                .filter(c ->
                        (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE) && c != PreTokenizer.SPACE_MARK)
                .map(Character::toString);
        var common = Arbitraries.of(
                "the", "th", "e", "then", "over", " ", " ", ",", "1990", "9", "-", "'", "ß", "和", "é", "_", "$");
        return Arbitraries.frequencyOf(Tuple.of(1, any), Tuple.of(4, common))
                .list()
                .ofMaxSize(40)
                .map(parts -> TextNormalizer.normalize(String.join("", parts)));
    }
}
