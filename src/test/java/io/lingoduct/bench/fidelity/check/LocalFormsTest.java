package io.lingoduct.bench.fidelity.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Currency;
import org.junit.jupiter.api.Test;

class LocalFormsTest {

    private final LocalForms german = new LocalForms("de");
    private final LocalForms french = new LocalForms("fr");

    @Test
    void shouldWriteNumbersWithAllTheirDigits() {
        assertThat(german.number(new BigDecimal("1234567.50"))).containsExactly("1.234.567,50", "1234567,50");
        assertThat(german.number(BigDecimal.ZERO)).containsExactly("0");
        assertThat(french.number(new BigDecimal("1234.5"))).containsExactly("1\u202f234,5", "1234,5");
    }

    @Test
    void shouldWriteDatesByNameAndInFigures() {
        var date = LocalDate.of(2024, 3, 5);

        assertThat(german.date(date)).contains("5. März 2024", "05.03.2024", "5.3.2024");
        assertThat(french.date(date)).contains("5 mars 2024", "05/03/2024");
    }

    @Test
    void shouldWriteTimesOfADayOf24Hours() {
        assertThat(german.time(LocalTime.of(9, 5))).containsExactlyInAnyOrder("09:05", "9:05", "9.05", "09.05");
        assertThat(german.time(LocalTime.of(15, 45))).containsExactly("15:45", "15.45");
        assertThat(french.time(LocalTime.of(15, 45))).containsExactly("15:45", "15h45", "15 h 45");
    }

    @Test
    void shouldNameACurrency() {
        assertThat(german.currency(Currency.getInstance("USD"))).contains("USD", "$", "Dollar");
        assertThat(german.currency(Currency.getInstance("EUR"))).contains("EUR", "€", "Euro");
    }
}
