package io.lingoduct.front.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.front.check.OutputCheck.Checked;
import java.util.Arrays;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutputCheckTest {

    private static final String SOURCE = "The old mill stands by the river.";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Die Mühle steht und steht und steht und steht am Fluss.",
                "Die Mühle, die Mühle, die Mühle",
                "weil ich nicht weiß, weil ich nicht weiß",
                "Die Mühlenlenlenlenlen steht.",
                "Die Müüüüüühle steht.",
                "Die Mühle steht!!!!!!",
                "Ich weiß nicht, ob die Mühle, ich weiß nicht, ob der Fluss, ich weiß nicht, ob er"
            })
    void shouldFindLoops(String target) {
        assertThat(OutputCheck.check(SOURCE, target).findings()).contains(Finding.LOOP);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Die Mühle, die die Müller bauten, steht am Fluss.",
                "Schritt für Schritt geht es zum Fluss.",
                "Schifffahrt im Teeei ...",
                "Der Müller und die Müllerin und das Kind."
            })
    void shouldLeaveAloneWhatIsNoLoop(String target) {
        assertThat(OutputCheck.check(SOURCE, target).findings()).isEmpty();
    }

    @Test
    void shouldLetATranslationGoRoundAboutAsOftenAsItsSource() {
        assertThat(OutputCheck.check("Ha ha ha ha!", "Ha ha ha ha ha!").findings())
                .isEmpty();
        assertThat(OutputCheck.check("Ha ha ha ha!", "Ha ha ha ha ha ha ha ha!").findings())
                .containsExactly(Finding.LOOP);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Die Met-S-Se-Scha-", "Die Schne-Schein-", "Die -se-Se- da", "Ein Wort-Teil-, dann"})
    void shouldFindPiecesOnAString(String target) {
        assertThat(OutputCheck.check(SOURCE, target).findings()).contains(Finding.JUNK_PIECES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Vor- und Nachteile, Ein- oder Ausgang",
                "Das Rund-um-die-Uhr-Angebot mit E-Mail-Adresse",
                "Die Wort-Teil-7 steht -- da -"
            })
    void shouldLeaveCompoundsAlone(String target) {
        assertThat(OutputCheck.check(SOURCE, target).findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            delimiter = '|',
            textBlock =
                    """
                    He waits.            | Er „wartet.             | Er wartet.
                    He waits.            | „Er“ „wartet.           | Er wartet.
                    He said "no".        | Er sagte „nein.         | Er sagte „nein“.
                    He said "no."        | Er sagte „nein.         | Er sagte „nein.“
                    He said "no".        | Il a dit « non.         | Il a dit « non ».
                    He said "no".        | Er sagte nein“.         | Er sagte nein.
                    "No" is what he said | Nein“ hat er gesagt     | Nein hat er gesagt
                    He waits (here).     | Er wartet (hier.        | Er wartet hier.
                    He waits (here).     | Er wartet (hier)).      | Er wartet (hier).
                    He waits [here].     | Er (wartet] [hier].     | Er wartet [hier].
                    """)
    void shouldPutQuotesAndBracketsInPairs(String source, String target, String repaired) {
        assertThat(OutputCheck.check(source, target).target()).isEqualTo(repaired);
        assertThat(OutputCheck.check(source, target).findings()).containsExactly(Finding.UNBALANCED_QUOTES);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            delimiter = '|',
            textBlock =
                    """
                    He said "no".   | Er sagte „nein“.
                    He said "no     | Er sagte „nein
                    1) He waits.    | 1) Er wartet.
                    He waits.       | „
                    """)
    void shouldLeaveMarksAloneThatAreInOrderOrNoWorseThanInTheSource(String source, String target) {
        assertThat(OutputCheck.check(source, target).target()).isEqualTo(target);
    }

    @Test
    void shouldFindWhatIsNoText() {
        for (var part : new String[] {"\uFFFD", "\uFFFC", "\uD800", "\u0007", "\uE123", "\u0378"}) {
            assertThat(OutputCheck.check(SOURCE, "Die Mühle " + part + " steht.")
                            .findings())
                    .containsExactly(Finding.NO_TEXT);
            assertThat(OutputCheck.check(SOURCE + part, "Die Mühle " + part + " steht.")
                            .findings())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "„", ".", " - !"})
    void shouldFindThatThereIsNothing(String target) {
        assertThat(OutputCheck.check(SOURCE, target).findings()).contains(Finding.EMPTY);
        assertThat(OutputCheck.check("?!", "?!").findings()).isEmpty();
    }

    @Test
    void shouldDoubtOddLengths() {
        assertThat(OutputCheck.check("Stop.", "Die alte Mühle am Fluss hat ein Rad, das sich dreht.")
                        .findings())
                .containsExactly(Finding.TOO_LONG);
        assertThat(OutputCheck.check(SOURCE, "Mühle.").findings()).containsExactly(Finding.TOO_SHORT);
        assertThat(OutputCheck.check(SOURCE, "古い水車小屋が川のそばに立っている。").findings()).isEmpty();
    }

    @Test
    void shouldDoubtWhatIsStillInTheLanguageOfTheSource() {
        assertThat(OutputCheck.check("Please restart both routers now.", "Please restart both Routers jetzt.")
                        .findings())
                .containsExactly(Finding.UNTRANSLATED);
        assertThat(OutputCheck.check("Anna and Berta Miller in Boston", "Anna und Berta Miller in Boston")
                        .findings())
                .isEmpty();
    }

    @Test
    void shouldDoubtAFewLettersOfAnotherScript() {
        assertThat(OutputCheck.check(SOURCE, "Die Mühлe steht.").findings()).containsExactly(Finding.WRONG_SCRIPT);
        assertThat(OutputCheck.check(SOURCE, "Мельница стоит у реки.").findings())
                .isEmpty();
        assertThat(OutputCheck.check("The letter Ω stands here.", "Der Buchstabe Ω steht hier.")
                        .findings())
                .isEmpty();
    }

    @Test
    void shouldForbidWhatIsBrokenAndOnlyDoubtTheRest() {
        assertThat(Arrays.stream(Finding.values()).filter(Finding::forbidsDelivery))
                .containsExactly(
                        Finding.LOOP,
                        Finding.JUNK_PIECES,
                        Finding.LOST_SPAN,
                        Finding.LOST_NUMBER,
                        Finding.NO_TEXT,
                        Finding.EMPTY);
        assertThat(Finding.LOST_NUMBER.label()).isEqualTo("lost-number");
    }

    @Test
    void shouldFindNothingNewInWhatItHasRepaired() {
        Checked first = OutputCheck.check("He said \"no\".", "Er sagte „nein (.");
        assertThat(new HashSet<>(
                        OutputCheck.check("He said \"no\".", first.target()).findings()))
                .isEmpty();
    }
}
