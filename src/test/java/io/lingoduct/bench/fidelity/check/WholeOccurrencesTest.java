package io.lingoduct.bench.fidelity.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WholeOccurrencesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Siehe https://a.org/b. | https://a.org/b",
                "Hallo {{name}}, | {{name}}",
                "Ihr AB-1234-Konto | AB-1234",
                "48213 | 48213",
                "Es sind 48, nicht mehr | 48",
                "Eins.<br>Zwei | <br>",
                "an @kiro: | @kiro"
            })
    void shouldFindWhatStandsThereOnceAsAWhole(String text, String part) {
        assertThat(WholeOccurrences.isOnce(text, part)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Siehe oben | https://a.org/b",
                "Hallo {{ name }} | {{name}}",
                "Hallo {{Name}} | {{name}}",
                "%s und %s | %s",
                "%sel | %s",
                "248213 | 48213",
                "48.213 | 213",
                "21,048.5 | 21,048",
                "15:45:10 | 15:45",
                "XAB-1234 | AB-1234"
            })
    void shouldNotTakeAPartADoubleOrAnotherWritingForIt(String text, String part) {
        assertThat(WholeOccurrences.isOnce(text, part)).isFalse();
    }

    @Test
    void shouldNotTakeItTwiceWhereTheSecondIsPartOfAWord() {
        assertThat(WholeOccurrences.isOnce("7 und 17", "7")).isFalse();
    }
}
