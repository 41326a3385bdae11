package io.lingoduct.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ReadFieldsTest {

    @Test
    void shouldMakeOneFaultOfAFieldHoweverManyValuesAreRefused() {
        var fields = ReadFields.of(List.of("langs[]"));
        var end = fields.root().member("langs").elements();
        var texts = fields.texts();
        var made = new AtomicInteger();
        texts.found(end, "de");

        for (int i = 0; i < 1_000; i++) {
            texts.refused(end, () -> new MalformedMessageException("fault " + made.incrementAndGet()));
        }

        assertThat(made).hasValue(1);
        assertThat(texts.isRefused(end)).isTrue();
        assertThatThrownBy(() -> texts.at("langs[]"))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessage("fault 1");
    }

    @Test
    void shouldRefuseAllFieldsBehindAValueThatIsNotTheWayToThem() {
        var fields = ReadFields.of(List.of("to.a", "to.b", "lang"));
        var texts = fields.texts();

        texts.refused(fields.root().member("to"), () -> new MalformedMessageException("no object"));

        assertThatThrownBy(() -> texts.at("to.a")).hasMessage("no object");
        assertThatThrownBy(() -> texts.at("to.b")).hasMessage("no object");
        assertThat(texts.at("lang")).isEmpty();
    }
}
