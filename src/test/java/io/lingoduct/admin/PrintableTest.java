package io.lingoduct.admin;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PrintableTest {

    @Test
    void shouldLeaveOrdinaryTextAlone() {
        assertThat(Printable.of("/routes/Größe {x} 日本", 100)).isEqualTo("/routes/Größe {x} 日本");
    }

    @Test
    void shouldWriteOutWhatATerminalMightObey() {
        assertThat(Printable.of("a\u001b[2Jb\r\nc\u202ed\u0085", 100))
                .isEqualTo("a\\u001b[2Jb\\u000d\\u000ac\\u202ed\\u0085");
    }

    @Test
    void shouldCutLongText() {
        assertThat(Printable.of("abcdef", 3)).isEqualTo("abc…");
        assertThat(Printable.of("abc", 3)).isEqualTo("abc");
    }

    @Property
    void shouldNeverHoldAControlCharacter(@ForAll String text) {
        assertThat(Printable.of(text, 1_000).chars().noneMatch(Character::isISOControl))
                .isTrue();
        assertThat(AdminJson.error(text).chars().allMatch(unit -> unit == '\n' || unit >= ' ' && unit <= '~'))
                .isTrue();
    }
}
