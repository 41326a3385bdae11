package io.lingoduct.text.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class Utf8LengthTest {

    @Property(seed = "20260101")
    void shouldBeTheSizeOfWhatIsEncoded(@ForAll String text) {
        var whole = text.codePoints()
                .filter(codePoint -> Character.getType(codePoint) != Character.SURROGATE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();

        assertThat(Utf8Length.of(whole)).isEqualTo(whole.getBytes(StandardCharsets.UTF_8).length);
    }

    @Test
    void shouldCountCharactersOfEachSize() {
        assertThat(Utf8Length.of("aé中😀")).isEqualTo(1 + 2 + 3 + 4);
        assertThat(Utf8Length.of("\uD83D")).isEqualTo(3);
        assertThat(Utf8Length.of("\uDE00\uD83D")).isEqualTo(6);
    }
}
