package io.lingoduct.bench.fidelity.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SurroundingsTest {

    @Test
    void shouldLookTheSameWhateverStandsInThePlace() {
        var expected = Surroundings.ofReferences(List.of("Ich war in ~ und kam spät."), "~")
                .get(0);

        assertThat(Surroundings.ofSpan("Ich war in AB-12 und kam spät.", "AB-12", true))
                .isEqualTo(expected);
        assertThat(Surroundings.ofNoun("Ich war im Büro und kam spät.", List.of("büro")))
                .isEqualTo(expected);
        assertThat(Surroundings.ofNoun("Ich war in einem Hause und kam spät.", List.of("haus", "hause")))
                .isEqualTo(expected);
    }

    @Test
    void shouldShowThatASpanIsLost() {
        var expected = Surroundings.ofReferences(List.of("Ich war in ~."), "~").get(0);

        assertThat(Surroundings.ofSpan("Ich war in AB.", "AB-12", true)).isNotEqualTo(expected);
        assertThat(Surroundings.ofSpan("Ich war in XAB-12.", "AB-12", true)).isNotEqualTo(expected);
    }

    @Test
    void shouldLeaveNothingOfASpanThatHasNoWidth() {
        assertThat(Surroundings.ofSpan("Das Bild <br> zeigt es.", "<br>", false))
                .isEqualTo("Das Bild zeigt es.");
        assertThat(Surroundings.ofNoun("Das Bild zeigt es.", List.of())).isEqualTo("Das Bild zeigt es.");
    }
}
