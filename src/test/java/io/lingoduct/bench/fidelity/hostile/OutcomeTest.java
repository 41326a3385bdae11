package io.lingoduct.bench.fidelity.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.front.TextOptions;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutcomeTest {

    private static final HostileText TEXT =
            new HostileText("spans", TextOptions.PLAIN, count -> "", List.of("{a}", "{b}"), List.of("<i>"));

    @Test
    void shouldTellATranslationFromASource() {
        assertThat(outcome("see {a} and {b}", "siehe {b} und {a}")).isEqualTo(new Outcome("translated", true));
        assertThat(outcome("see {a}", "see {a}")).isEqualTo(new Outcome("source kept", true));
    }

    @Test
    void shouldMissSpansThatAreGoneOrDoubled() {
        assertThat(outcome("see {a} and {b}", "siehe {a}")).isEqualTo(new Outcome("lost 1 of 2 spans", false));
        assertThat(outcome("see {a} and {b}", "{a}{a}").good()).isFalse();
    }

    @Test
    void shouldFindWhatMustNotBeThere() {
        assertThat(outcome("see &lt;i&gt;", "siehe <i>")).isEqualTo(new Outcome("has <i>", false));
        assertThat(outcome("see", "siehe \uE003")).isEqualTo(new Outcome("has placeholders of our own", false));
        assertThat(outcome("see \uE003", "siehe \uE003").good()).isTrue();
    }

    @Test
    void shouldMakeTextsOfAboutTheSizeThatIsWanted() {
        assertThat(HostileTexts.ALL).hasSizeGreaterThan(20).allSatisfy(text -> {
            assertThat(text.maker().apply(100_000)).hasSizeBetween(80_000, 250_000);
            assertThat(text.maker().apply(1)).isNotEmpty();
        });
        assertThat(HostileTexts.ALL).extracting(HostileText::name).doesNotHaveDuplicates();
    }

    private static Outcome outcome(String source, String output) {
        return Outcome.of(TEXT, source, output);
    }
}
