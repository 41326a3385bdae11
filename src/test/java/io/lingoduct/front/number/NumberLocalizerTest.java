package io.lingoduct.front.number;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import io.lingoduct.front.span.Span;
import io.lingoduct.front.span.SpanKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberLocalizerTest {

    private static final List<String> LANGUAGES = List.of(
            "en", "en-GB", "de", "de-CH", "de-AT", "fr", "fr-CH", "es", "it", "pt", "nl", "pl", "cs", "sv", "uk", "tr");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en    | de    | NUMBER | 1,234,567     | 1.234.567",
                "en    | de    | NUMBER | 1,234.50      | 1.234,50",
                "en    | de    | NUMBER | 1234567       | 1234567",
                "en    | de    | NUMBER | 3.5           | 3,5",
                "en    | fr    | NUMBER | 1,234.5       | 1\u202F234,5",
                "en    | de    | NUMBER | 20%           | 20\u00A0%",
                "en    | fr    | NUMBER | 3.5%          | 3,5\u00A0%",
                "de    | en    | NUMBER | 20 %          | 20%",
                "en    | de    | NUMBER | -3.5          | -3,5",
                "en    | de    | NUMBER | +3.5          | +3,5",
                "en    | de    | NUMBER | 0.5           | 0,5",
                "en    | es    | NUMBER | 1,234         | 1234",
                "de    | en    | NUMBER | 1.234         | 1,234",
                "de    | fr    | NUMBER | 1.234,5       | 1\u202F234,5",
                "fr    | de    | NUMBER | 1 234,5       | 1.234,5",
                "en    | de    | PRICE  | $1,234.50     | 1.234,50\u00A0$",
                "en    | de    | PRICE  | \u00A35       | 5\u00A0\u00A3",
                "en    | fr    | PRICE  | $20           | 20\u00A0$",
                "en    | de    | PRICE  | EUR 20        | 20\u00A0EUR",
                "de    | en    | PRICE  | 1.234,50 \u20AC | \u20AC1,234.50",
                "de    | en    | PRICE  | 20 EUR        | EUR\u00A020",
                "en    | de    | PRICE  | -$5.00        | -5,00\u00A0$",
                "en    | de    | DATE   | March 5, 2024 | 5. M\u00E4rz 2024",
                "en    | de    | DATE   | 5 March 2024  | 5. M\u00E4rz 2024",
                "en    | de    | DATE   | March 5       | 5. M\u00E4rz",
                "en    | fr    | DATE   | May 1, 2024   | 1 mai 2024",
                "en    | de    | DATE   | 2024-03-05    | 5.3.2024",
                "en    | de    | DATE   | 03/05/2024    | 5.3.2024",
                "en-GB | de    | DATE   | 03/05/2024    | 3.5.2024",
                "en    | de    | DATE   | 25/12/2024    | 25.12.2024",
                "en    | de    | DATE   | 3/5/24        | 5.3.24",
                "de    | en    | DATE   | 5. M\u00E4rz 2024 | March 5, 2024",
                "de    | en-GB | DATE   | 5. M\u00E4rz 2024 | 5 March 2024",
                "de    | en    | DATE   | 5.3.2024      | 3/5/2024",
                "fr    | en    | DATE   | 1er mai 2024  | May 1, 2024",
                "en    | de    | TIME   | 3:45 pm       | 15:45",
                "en    | de    | TIME   | 12:05 a.m.    | 00:05",
                "en    | fr    | TIME   | 3:45 PM       | 15:45",
                "en    | de    | TIME   | 15:45         | 15:45",
                "fr    | en    | TIME   | 15h45         | 3:45 PM",
                "fr    | en    | TIME   | 9:30          | 9:30 AM",
                "de    | en    | TIME   | 15:45         | 15:45",
            })
    void writesAsTheTargetDoes(String from, String to, SpanKind kind, String source, String target) {
        assertThat(new NumberLocalizer(from, to).localize(source, kind)).contains(target);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | NUMBER | 007",
                "en | NUMBER | 1/2",
                "en | NUMBER | 10-20",
                "en | NUMBER | 3:1",
                "en | NUMBER | 1.2.3",
                "en | NUMBER | 1.234.567,8,9",
                "en | NUMBER | 5k",
                "en | NUMBER | 1.5e10",
                "en | NUMBER | abc",
                "en | NUMBER | ''",
                "fr | NUMBER | 1.234",
                "en | PRICE | $10-20",
                "en | PRICE | \u20BF5",
                "en | DATE | 2024-03-05T10:00:00Z",
                "en | TIME | 3:45",
                "en | TIME | 10:30:15",
                "en | TIME | 5",
                "en | NUMBER | 3:45 pm",
                "en | NUMBER | 1234567890123456789012345678901234567890",
            })
    void leavesAloneWhatIsNotClear(String from, SpanKind kind, String source) {
        assertThat(new NumberLocalizer(from, "de").localize(source, kind)).isEmpty();
    }

    @Property
    void whatIsWrittenIsWorthTheSame(
            @ForAll("languages") String from,
            @ForAll("languages") String to,
            @ForAll @LongRange(min = -99_999_999, max = 99_999_999) long unscaled,
            @ForAll @IntRange(max = 4) int scale) {
        var format = NumberFormat.getInstance(ULocale.forLanguageTag(from));
        format.setMinimumFractionDigits(scale);
        var written = format.format(BigDecimal.valueOf(unscaled, scale));
        var text = "x " + written + " y";

        assertThat(new NumberFinder(from).find(text)).containsExactly(new Span(2, text.length() - 2, SpanKind.NUMBER));
        assertThat(new NumberValues(from).of(text))
                .containsExactly(new NumberValue.Amount(BigDecimal.valueOf(unscaled, scale), ""));
        assertThat(new NumberLocalizer(from, to).localize(written, SpanKind.NUMBER))
                .hasValueSatisfying(localized ->
                        assertThat(new NumberValues(to).of(localized)).isEqualTo(new NumberValues(from).of(written)));
    }

    @Property
    void datesWithAMonthsNameAreFoundWhole(
            @ForAll("dateLanguages") String from,
            @ForAll("dateLanguages") String to,
            @ForAll @IntRange(max = 70_000) int day,
            @ForAll boolean inFigures) {
        var date = LocalDate.of(1900, 1, 1).plusDays(day);
        var format = DateFormat.getPatternInstance(inFigures ? "yMd" : "yMMMMd", ULocale.forLanguageTag(from));
        format.setTimeZone(TimeZone.GMT_ZONE);
        var written = format.format(Date.from(date.atStartOfDay(ZoneOffset.UTC).toInstant()));
        var text = "x " + written + " y";

        assertThat(new NumberFinder(from).find(text)).containsExactly(new Span(2, text.length() - 2, SpanKind.DATE));
        assertThat(new NumberValues(from).of(text))
                .containsExactly(new NumberValue.Day(date.getYear(), date.getMonthValue(), date.getDayOfMonth()));
        assertThat(new NumberLocalizer(from, to).localize(written, SpanKind.DATE))
                .hasValueSatisfying(localized ->
                        assertThat(new NumberValues(to).of(localized)).isEqualTo(new NumberValues(from).of(written)));
    }

    @Property
    void anyTextIsLeftOrWorthTheSame(@ForAll String text, @ForAll SpanKind kind) {
        var localized = new NumberLocalizer("de", "en").localize(text, kind);
        localized.ifPresent(
                written -> assertThat(new NumberValues("en").of(written)).isEqualTo(new NumberValues("de").of(text)));
    }

    @Provide
    Arbitrary<String> languages() {
        return Arbitraries.of(LANGUAGES);
    }

    @Provide
    Arbitrary<String> dateLanguages() {
        return Arbitraries.of("en", "en-GB", "de", "de-CH", "de-AT", "fr", "fr-CH", "es", "it", "pt", "nl");
    }
}
