package io.lingoduct.text.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TextNormalizerPropertyTest {

    @Property(seed = "20260101")
    void shouldComposeCharactersAndPutOneSpaceForAnyWhiteSpace(@ForAll("texts") String text) {
        var composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        var spaced = composed.chars()
                .mapToObj(c -> WhiteSpace.is((char) c) ? " " : String.valueOf((char) c))
                .collect(Collectors.joining());

        assertThat(TextNormalizer.normalize(text))
                .isEqualTo(spaced.replaceAll(" +", " ").replaceAll("^ | $", ""));
    }

    @Property(seed = "20260101")
    void shouldLeaveAloneWhatIsNormalized(@ForAll("texts") String text) {
        var normalized = TextNormalizer.normalize(text);

        assertThat(TextNormalizer.normalize(normalized)).isEqualTo(normalized);
    }

    @Example
    void shouldLeaveNothingOfWhiteSpaceAlone() {
        assertThat(TextNormalizer.normalize("")).isEmpty();
        assertThat(TextNormalizer.normalize(" \t\n")).isEmpty();
    }

    @Provide
    Arbitrary<String> texts() {
        var plain = Arbitraries.strings().withChars("ab .~\u007F\t").ofMaxLength(8);
        var any = Arbitraries.strings()
                .withChars("a \u00A0\u3000e\u0301\u00E9\uD55C\u1112\u1161\u0000")
                .ofMaxLength(8);
        return Arbitraries.oneOf(plain, any);
    }
}
