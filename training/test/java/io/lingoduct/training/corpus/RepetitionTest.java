package io.lingoduct.training.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepetitionTest {

    @ParameterizedTest
    @ValueSource(strings = {"Ex-Se-Se-Se-Se", "no no no no", "a word, then ab ab ab ab ab and more", "........"})
    void shouldFindWhatStandsMoreThanThreeTimesInARow(String sentence) {
        assertThat(Repetition.exceeds(3, sentence)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a", "no no no", "Ex-Se-Se-Se.", "that that is is that that is not", "1000000", "sehr..."})
    void shouldLetPassWhatStandsThreeTimesInARow(String sentence) {
        assertThat(Repetition.exceeds(3, sentence)).isFalse();
    }

    @Test
    void shouldFindLongStretches() {
        assertThat(Repetition.exceeds(2, "I know. I know. I know. ")).isTrue();
        assertThat(Repetition.exceeds(3, "I know. I know. I know. ")).isFalse();
    }
}
