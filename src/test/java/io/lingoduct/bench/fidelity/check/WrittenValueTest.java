package io.lingoduct.bench.fidelity.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class WrittenValueTest {

    private static final WrittenValue NUMBER =
            new WrittenValue("1,234.50", Set.of("1,234.50", "1.234,50", "1234,50"), Set.of());
    private static final WrittenValue PRICE =
            new WrittenValue("$19.99", Set.of("19.99", "19,99"), Set.of("$", "USD", "Dollar"));

    @Test
    void shouldTakeAValueAsTheSourceOrTheTargetLanguageWritesIt() {
        assertThat(NUMBER.isKeptIn("Es waren 1,234.50 Meter.")).isTrue();
        assertThat(NUMBER.isKeptIn("Es waren 1.234,50 Meter.")).isTrue();
        assertThat(NUMBER.isKeptIn("Es waren 1234,50.")).isTrue();
    }

    @Test
    void shouldNotTakeAnotherValue() {
        assertThat(NUMBER.isKeptIn("Es waren 1.234,5 Meter.")).isFalse();
        assertThat(NUMBER.isKeptIn("Es waren 21.234,50 Meter.")).isFalse();
        assertThat(NUMBER.isKeptIn("Es waren 1.234.500 Meter.")).isFalse();
        assertThat(NUMBER.isKeptIn("Es waren viele Meter.")).isFalse();
    }

    @Test
    void shouldNotTakeAValueTwiceOrWithAnotherNumberBesideIt() {
        assertThat(NUMBER.isKeptIn("1.234,50 und 1.234,50")).isFalse();
        assertThat(NUMBER.isKeptIn("1.234,50 von 3")).isFalse();
    }

    @Test
    void shouldAskForTheCurrencyOfAPrice() {
        assertThat(PRICE.isKeptIn("Sie kostet $19.99.")).isTrue();
        assertThat(PRICE.isKeptIn("Sie kostet 19,99 US-Dollar.")).isTrue();
        assertThat(PRICE.isKeptIn("Sie kostet 19,99 €.")).isFalse();
        assertThat(PRICE.isKeptIn("Sie kostet 19,99.")).isFalse();
    }

    @Test
    void shouldTakeEachKindOfSpaceAndCapitalsForTheSame() {
        var date = new WrittenValue("March 5", Set.of("5. März", "1 000"), Set.of());

        assertThat(date.isKeptIn("am 5.\u00a0MÄRZ")).isTrue();
        assertThat(date.isKeptIn("1\u202f000")).isTrue();
    }
}
