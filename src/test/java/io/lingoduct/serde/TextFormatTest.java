package io.lingoduct.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class TextFormatTest {

    private static final ModelStamp MODEL = new ModelStamp("m", "1", "en", "de");

    private final TextFormat format = new TextFormat();

    @Property(tries = 300, seed = "20260101")
    void shouldRoundTripAnyText(@ForAll("unicode") String text) {
        var message = format.decode(text.getBytes(StandardCharsets.UTF_8));

        assertThat(message.texts()).containsExactly(text);
        assertThat(format.decode(message.encode(List.of(new TranslatedField(text, true)), MODEL, Translations.NO_LIMIT))
                        .texts())
                .containsExactly(text);
    }

    @Property(tries = 500, seed = "20260101")
    void shouldDecodeOrRefuseAnyBytes(@ForAll byte[] value) {
        MalformedInput.assertDecodesOrRefuses(format, value);
    }

    @Test
    void shouldDecodeAnEmptyValueAsAnEmptyText() {
        assertThat(format.decode(new byte[0]).texts()).containsExactly("");
    }

    @Test
    void shouldNameTheFirstByteThatIsNotUtf8() {
        assertThatThrownBy(() -> format.decode(new byte[] {'s', 'e', 'c', (byte) 0xC3, 'r'}))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessage("not UTF-8 at byte 3 of the text");
    }

    @Test
    void shouldRefuseAnEncodedSurrogate() {
        assertThatThrownBy(() -> format.decode(new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80}))
                .isInstanceOf(MalformedMessageException.class);
    }

    @Test
    void shouldRefuseAWrongNumberOfTranslations() {
        var message = format.decode(new byte[] {'a'});

        assertThatThrownBy(() -> message.encode(List.of(), MODEL, Translations.NO_LIMIT))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Provide
    Arbitrary<String> unicode() {
        return Unicode.texts();
    }
}
