package io.lingoduct.bench.fidelity.check;

import static io.lingoduct.bench.fidelity.check.OutputJunk.LOOP;
import static io.lingoduct.bench.fidelity.check.OutputJunk.PIECES;
import static io.lingoduct.bench.fidelity.check.OutputJunk.QUOTES;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutputJunkTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Er geht und geht und geht und geht nach Hause.",
                "nein, nein, nein",
                "weil ich nicht weiß, weil ich nicht weiß",
                "Trallalalalala",
                "Aaaaaah",
                "Gut!!!!!!"
            })
    void shouldFindLoops(String output) {
        assertThat(OutputJunk.of("He goes home.", output)).containsExactly(LOOP);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Braucht ich Met-S-Se-Scha-", "Die Schne-Schein-", "Die -Se-Se- da", "Ein Wort-Teil-, dann"})
    void shouldFindStringsOfPieces(String output) {
        assertThat(OutputJunk.of("Where is my order?", output)).containsExactly(PIECES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ich liebe dich „sehr", "\"Ja", "«Oui", "„Ja“, „nein"})
    void shouldFindQuotesWithoutPartners(String output) {
        assertThat(OutputJunk.of("\"I love you\"", output)).containsExactly(QUOTES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Das ist das Haus, das das Kind sah.",
                "Der Mann und die Frau und das Kind.",
                "Schritt für Schritt.",
                "Vor- und Nachteile, Ein- oder Ausgang",
                "Das Rund-um-die-Uhr-Angebot mit E-Mail-Adresse",
                "Er sagte „ja“ und \"nein\".",
                "Schifffahrt im Teeei ..."
            })
    void shouldLeaveLanguageAlone(String output) {
        assertThat(OutputJunk.of("Anything.", output)).isEmpty();
    }

    @Test
    void shouldNotBlameAnOutputForItsSource() {
        assertThat(OutputJunk.of("Ha ha ha ha, \"yes", "Ha ha ha ha, „ja")).isEmpty();
    }

    @Test
    void shouldTellAllSigns() {
        assertThat(OutputJunk.of("Yes.", "„ja ja ja Met-S-Se-")).containsExactlyInAnyOrder(LOOP, PIECES, QUOTES);
    }
}
