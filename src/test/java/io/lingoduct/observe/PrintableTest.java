package io.lingoduct.observe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrintableTest {

    @Test
    void shouldWriteWhatCannotBeSeenAsJavaWould() {
        assertThat(Printable.line("a\u001B[2Jb\r\nc\td\u202Ee\u009Bf\u2028g"))
                .isEqualTo("a\\u001B[2Jb\\r\\nc\\td\\u202Ee\\u009Bf\\u2028g");
        assertThat(Printable.lines("a\u001B\r\n\tb")).isEqualTo("a\\u001B\\r\n\tb");
        assertThat(Printable.line("\uDB40\uDC67 \uD800")).isEqualTo("\\uDB40\\uDC67 \\uD800");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Grüße aus Köln, C:\\new\\temp",
                "नमस्ते क्ष می\u200Cخواهم",
                "👩\u200D👩\u200D👧 日本語 שלום",
                "\u00A0"
            })
    void shouldLeaveAloneWhatCanBeSeen(String text) {
        assertThat(Printable.line(text)).isSameAs(text);
    }

    @Test
    void shouldKeepTheLineBreaksOfAStackTraceButNotThoseOfItsMessages() {
        var cause = new IllegalStateException("cause\nat forged.Frame.run(Forged.java:1)");
        var fault = new IllegalArgumentException("fault\u001B[31m\r\nERROR forged", cause);
        fault.addSuppressed(new IllegalStateException("suppressed\n"));

        assertThat(Printable.trace(fault).lines().map(String::strip))
                .startsWith("java.lang.IllegalArgumentException: fault\\u001B[31m\\r\\nERROR forged")
                .contains(
                        "Caused by: java.lang.IllegalStateException: cause\\nat forged.Frame.run(Forged.java:1)",
                        "Suppressed: java.lang.IllegalStateException: suppressed\\n")
                .anyMatch(line -> line.startsWith("at io.lingoduct.observe.PrintableTest."))
                .noneMatch(line -> line.startsWith("at forged"));
    }

    @Test
    void shouldCutALongLineWithoutCuttingACharacterInTwo() {
        assertThat(Printable.line("abcdef", 3)).isEqualTo("abc…");
        assertThat(Printable.line("abc", 3)).isEqualTo("abc");
        assertThat(Printable.line("ab\uD83D\uDE00c", 3)).isEqualTo("ab…");
    }

    @Test
    void shouldMakeASentenceOfWhatSomebodyElseSays() {
        assertThat(Printable.sentence("  not\r\n  found\u001B[2J ")).isEqualTo("not found\\u001B[2J");
        assertThat(Printable.isSentence("not found")).isTrue();
        assertThat(Printable.isSentence("not\nfound")).isFalse();
    }
}
