package io.lingoduct.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class TimesTest {

    @ParameterizedTest
    @CsvSource({"500ms, PT0.5S", "30s, PT30S", "5m, PT5M", "2h, PT2H", "7d, PT168H"})
    void shouldReadASpan(String text, Duration span) {
        assertThat(new Times.Span().convert(text)).isEqualTo(span);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "30", "-1s", "s", "1.5h", "1 h"})
    void shouldRefuseASpanWithoutAUnitOrANumber(String text) {
        assertThatThrownBy(() -> new Times.Span().convert(text)).isInstanceOf(TypeConversionException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-31, 2026-01-31T00:00:00Z",
        "2026-01-31T12:00:00Z, 2026-01-31T12:00:00Z",
        "2026-01-31T12:00:00+01:00, 2026-01-31T11:00:00Z"
    })
    void shouldReadADateInUtcOrWithItsZone(String text, Instant point) {
        assertThat(new Times.Point().convert(text)).isEqualTo(point);
    }

    @Test
    void shouldTakeASpanForATimeAgo() {
        assertThat(new Times.Point().convert("2h"))
                .isBetween(
                        Instant.now().minus(Duration.ofMinutes(121)),
                        Instant.now().minus(Duration.ofMinutes(119)));
    }

    @Test
    void shouldRefuseWhatIsNoDate() {
        assertThatThrownBy(() -> new Times.Point().convert("soon"))
                .isInstanceOf(TypeConversionException.class)
                .hasMessageContaining("2026-01-31");
    }
}
