package io.lingoduct.translate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lingoduct.model.Translation;
import io.lingoduct.text.lines.InputFileException;
import io.lingoduct.text.lines.LineFile;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ClosestHypothesisTest {

    private final ClosestHypothesis format = new ClosestHypothesis(
            new LineFile(Path.of("train.de"), List.of("Das ist ein kleines Haus .", "Ja .", "Nein .")));

    @Test
    void shouldWriteTheHypothesisNearestToItsReference() {
        assertThat(format.text(hypotheses(0, "Dies ist ein Haus .", "Das ist ein kleines Haus .", "Das Haus .")))
                .isEqualTo("Das ist ein kleines Haus .\n");
    }

    @Test
    void shouldCompareWithTheReferenceOfTheLine() {
        assertThat(format.text(hypotheses(1, "Nein .", "Ja ."))).isEqualTo("Ja .\n");
        assertThat(format.text(hypotheses(2, "Ja .", "Nein ."))).isEqualTo("Nein .\n");
    }

    @Test
    void shouldWriteWhatTheModelLikesBestAmongEquals() {
        assertThat(format.text(hypotheses(1, "Eben", "Genau", "Doch"))).isEqualTo("Eben\n");
    }

    @Test
    void shouldPassOverHypothesesThatWereCut() {
        assertThat(format.text(hypotheses(0, cut("Das ist ein kleines Haus ."), complete("Dies ist ein Haus ."))))
                .isEqualTo("Dies ist ein Haus .\n");
    }

    @Test
    void shouldWriteTheReferenceWhereEveryHypothesisWasCut() {
        assertThat(format.text(hypotheses(1, cut("Ja ja ja ja"), cut("Ja , ja , ja ,"))))
                .isEqualTo("Ja .\n");
    }

    @Test
    void shouldWriteAnEmptyLineWhereThereIsNoHypothesis() {
        assertThat(format.text(hypotheses(0, new Translation[0]))).isEqualTo("\n");
    }

    @Test
    void shouldRefuseFewerReferencesThanLines() {
        assertThatThrownBy(() -> format.text(hypotheses(3, "Ja .")))
                .isInstanceOf(InputFileException.class)
                .hasMessage("train.de: has 3 lines, but standard input has more; line N of one must belong to line N of"
                        + " the other");
    }

    @Test
    void shouldRefuseMoreReferencesThanLines() {
        format.text(hypotheses(1, "Ja ."));
        assertThatThrownBy(format::requireEnd)
                .isInstanceOf(InputFileException.class)
                .hasMessageStartingWith("train.de: has 3 lines, but standard input has fewer");
    }

    @Test
    void shouldAcceptAsManyReferencesAsLines() {
        format.text(hypotheses(2, "Ja ."));
        format.requireEnd();
    }

    private static Hypotheses hypotheses(long line, String... texts) {
        return hypotheses(
                line, Stream.of(texts).map(ClosestHypothesisTest::complete).toArray(Translation[]::new));
    }

    private static Hypotheses hypotheses(long line, Translation... translations) {
        return new Hypotheses(line, List.of(translations), null);
    }

    private static Translation complete(String text) {
        return new Translation(text, -1, true);
    }

    private static Translation cut(String text) {
        return new Translation(text, -1, false);
    }
}
