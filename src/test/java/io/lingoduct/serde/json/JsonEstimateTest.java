package io.lingoduct.serde.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lingoduct.serde.FieldMapping;
import io.lingoduct.serde.ModelStamp;
import io.lingoduct.serde.OutputTooLargeException;
import io.lingoduct.serde.ReadFields;
import io.lingoduct.serde.Translations;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonEstimateTest {

    private static final long NO_LIMIT = Translations.NO_LIMIT;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"t\":\"a\"}                       | {\"t\":\"A\",\"q\":0.58}",
                "{ \"t\" : \"a\" }                   | { \"t\" : \"A\" ,\"q\":0.58}",
                "{\"q\":1,\"t\":\"a\"}               | {\"q\":0.58,\"t\":\"A\"}",
                "{\"t\":\"a\",\"q\":{\"t\":\"a\"}}      | {\"t\":\"A\",\"q\":0.58}",
                "{\"t\":\"a\",\"x\":{\"q\":1}}        | {\"t\":\"A\",\"x\":{\"q\":1},\"q\":0.58}",
                "{\"q\":1,\"q\":2}                   | {\"q\":1,\"q\":0.58}",
                "{}                                | {\"q\":0.58}",
                "null                              | null"
            })
    void shouldPutTheEstimateIntoTheOutermostObject(String value, String expected) {
        assertThat(translated(format(FieldMapping.inPlace("t")), value, 0.589)).isEqualTo(expected);
    }

    @Test
    void shouldPutTheEstimateBehindATranslationThatIsAdded() {
        assertThat(translated(format(FieldMapping.added("t", "u")), "{\"t\":\"a\"}", 1))
                .isEqualTo("{\"t\":\"a\",\"u\":\"A\",\"q\":1.00}");
    }

    @Test
    void shouldLeaveNoEarlierEstimateWhereNothingIsKnown() {
        var format = format(FieldMapping.inPlace("t"));

        assertThat(translated(format, "{\"t\":\"a\"}", Double.NaN)).isEqualTo("{\"t\":\"A\"}");
        assertThat(translated(format, "{\"q\":0.7,\"t\":\"a\"}", Double.NaN)).isEqualTo("{\"q\":null,\"t\":\"A\"}");
    }

    @Test
    void shouldCountTheEstimateIntoTheSize() {
        var message = format(FieldMapping.inPlace("t")).decode("{\"t\":\"a\"}".getBytes(UTF_8));
        var stamp = new ModelStamp("m", "1", "en", "de", 0.5);
        var fields = Translations.fields(List.of("A"));

        assertThat(message.encode(fields, stamp, 18)).hasSize(18);
        assertThatThrownBy(() -> message.encode(fields, stamp, 17)).isInstanceOf(OutputTooLargeException.class);
    }

    @Test
    void shouldRefuseAFieldThatATranslationTakes() {
        assertThatThrownBy(() -> format(FieldMapping.inPlace("q")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("q");
        assertThatThrownBy(() -> format(FieldMapping.added("t", "q"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> format(FieldMapping.inPlace("[].t")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no object");
    }

    private static JsonFormat format(FieldMapping field) {
        return new JsonFormat(List.of(field), ReadFields.NONE, Optional.of("q"));
    }

    private static String translated(JsonFormat format, String value, double estimate) {
        var message = format.decode(value.getBytes(UTF_8));
        var texts = message.texts().stream()
                .map(text -> text.toUpperCase(Locale.ROOT))
                .toList();
        var stamp = new ModelStamp("m", "1", "en", "de", estimate);
        return new String(message.encode(Translations.fields(texts), stamp, NO_LIMIT), UTF_8);
    }
}
