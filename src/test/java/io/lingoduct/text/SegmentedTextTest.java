package io.lingoduct.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SegmentedTextTest {

    private static final List<String> TRANSLATIONS = List.of("I like you.", "Do you?", "Yes.");

    private final SegmentedText chinese = new TextSegmenter("zh", String::length, 100).split("我喜欢你。你喜欢我吗？ 是的。");

    @Test
    void shouldPutASpaceBetweenSentencesWhereTheSourceHasNone() {
        assertThat(chinese.join(TRANSLATIONS, "en")).isEqualTo("I like you. Do you? Yes.");
    }

    @Test
    void shouldPutNoneWhereTheTargetHasNoneEither() {
        assertThat(chinese.join(List.of("あ。", "い？", "う。"), "ja-JP")).isEqualTo("あ。い？ う。");
    }

    @Test
    void shouldPutNoneIntoALongWordThatWasCut() {
        var word = new TextSegmenter("en", String::length, 4).split("abcdefgh");

        assertThat(word.join(word.segments(), "de")).isEqualTo("abcdefgh");
    }
}
