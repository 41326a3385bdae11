package io.lingoduct.text.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SegmentedTextTest {

    private static final List<String> TRANSLATIONS = List.of("I like you.", "Do you?", "Yes.");

    private final SegmentedText chinese = new TextSegmenter("zh", 100).split("我喜欢你。你喜欢我吗？ 是的。", String::length);

    @Test
    void shouldPutASpaceBetweenSentencesWhereTheSourceHasNone() {
        assertThat(chinese.join(TRANSLATIONS, "en")).isEqualTo("I like you. Do you? Yes.");
    }

    @Test
    void shouldSeeTheEndOfASentenceWithinQuotationMarks() {
        var quoted = new SegmentedText(List.of("", "", ""), List.of("“我喜欢你。”", "她笑了。"));

        assertThat(quoted.join(List.of("“I like you.”", "She laughed."), "en")).isEqualTo("“I like you.” She laughed.");
    }

    @Test
    void shouldPutSpacesAroundWhatIsNotTranslated() {
        var numbered = new SegmentedText(List.of("", "123。", "”"), List.of("我喜欢你。", "是的。"));

        assertThat(numbered.join(List.of("I like you.", "Yes."), "en")).isEqualTo("I like you. 123。 Yes.”");
    }

    @Test
    void shouldPutNoneWhereTheTargetHasNoneEither() {
        assertThat(chinese.join(List.of("あ。", "い？", "う。"), "ja-JP")).isEqualTo("あ。い？ う。");
    }

    @Test
    void shouldPutNoneIntoALongWordThatWasCut() {
        var word = new TextSegmenter("en", 4).split("abcdefgh", String::length);

        assertThat(word.join(word.segments(), "de")).isEqualTo("abcdefgh");
    }
}
