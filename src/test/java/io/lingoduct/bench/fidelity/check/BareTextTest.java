package io.lingoduct.bench.fidelity.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BareTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ich liebe dich.",
                "🎉 Ich liebe dich!",
                "Ich ❤️ liebe dich",
                "„Ich liebe dich.“",
                "(Ich liebe dich)…",
                "**Ich liebe dich.**",
                "• Ich liebe dich?!",
                "- Ich liebe dich .",
                "\uFEFFIch  liebe dich 🎉"
            })
    void shouldLeaveTheWords(String text) {
        assertThat(BareText.of(text)).isEqualTo("Ich liebe dich");
    }

    @Test
    void shouldLeaveMarksWithinASentence() {
        assertThat(BareText.of("Ja, E-Mail: 3.5 %.")).isEqualTo("Ja, E-Mail: 3.5 %");
    }
}
