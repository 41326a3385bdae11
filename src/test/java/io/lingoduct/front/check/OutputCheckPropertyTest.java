package io.lingoduct.front.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.lingoduct.bench.fidelity.check.OutputJunk;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class OutputCheckPropertyTest {

    @Property(seed = "20260101")
    void shouldTakeAnyTexts(@ForAll("anything") String source, @ForAll("anything") String target) {
        assertThatCode(() -> OutputCheck.check(source, target)).doesNotThrowAnyException();
    }

    /** The benchmark has a judge of its own, and must find no more than is found here. */
    @Property(seed = "20260101")
    void shouldLetNothingThroughThatTheBenchmarkCallsJunk(@ForAll("junk") String target) {
        var checked = OutputCheck.check("He said \"no\".", target);

        boolean delivered = checked.findings().stream().noneMatch(Finding::forbidsDelivery);

        assertThat(delivered
                        && !OutputJunk.of("He said \"no\".", checked.target()).isEmpty())
                .isFalse();
    }

    @Property(seed = "20260101")
    void shouldFindNothingInATextThatIsAsItWas(@ForAll("junk") String text) {
        assertThat(OutputCheck.check(text, text).target()).isEqualTo(text);
        assertThat(OutputCheck.check(text, text).findings())
                .doesNotContain(Finding.LOOP, Finding.JUNK_PIECES, Finding.NO_TEXT, Finding.UNBALANCED_QUOTES);
    }

    @Example
    void shouldTakeLongTexts() {
        for (var part : List.of("a", "a-", "Se-", "ab ", "(", "\"", "„a ", "\uFFFD", "я", "a b c d ")) {
            var text = part.repeat(300_000 / part.length());
            assertTimeoutPreemptively(Duration.ofSeconds(60), () -> OutputCheck.check("x", text));
            assertTimeoutPreemptively(Duration.ofSeconds(60), () -> OutputCheck.check(text, text));
        }
    }

    @Provide
    Arbitrary<String> anything() {
        var any = Arbitraries.strings().all().ofMaxLength(12);
        var marks = Arbitraries.strings()
                .withChars("a-(\"„“«» ).[\uD83D\uDE00\u4E00")
                .ofMaxLength(12);
        return Arbitraries.oneOf(any, marks);
    }

    @Provide
    Arbitrary<String> junk() {
        var pieces = Arbitraries.of("se", "Se", "-", " ", ", ", "scha", "a", "SE", "ß", "7", "„", "\"", "!", "é");
        return pieces.list().ofMaxSize(16).map(list -> String.join("", list));
    }
}
