package io.lingoduct.text.segment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageScriptTest {

    @ParameterizedTest
    @CsvSource({
        "en, Hello",
        "de, Größe",
        "en, Der Name Иван steht hier",
        "ru, Привет",
        "ru, Я купил iPhone",
        "zh, 你好",
        "zh-Hans, 你好",
        "zh-Hant, 你好",
        "ja, ありがとう",
        "ja, コーヒー",
        "ja, 東京",
        "ko, 안녕하세요",
        "el, Καλημέρα",
        "he, שלום",
        "ar, مرحبا",
        "fa, می‌خواهم",
        "hi, नमस्ते",
        "th, สวัสดี",
        "sr, Здраво",
        "sr, Zdravo",
        "sr-Latn, Zdravo",
        "tlh, Привет",
        "ur-Aran, اردو",
        "de-Latf, Hallo",
        "und, 你好"
    })
    void shouldTranslateWhatHasALetterOfTheLanguage(String language, String text) {
        assertThat(new TextSegmenter(language, 100).split(text, String::length).segments())
                .containsExactly(text);
    }

    @ParameterizedTest
    @CsvSource({
        "en, Привет",
        "en, 你好",
        "de, 안녕하세요",
        "zh, Hello",
        "ru, iPhone",
        "sr-Latn, Здраво",
        "en, \u3164\u115F",
        "en, 𝓗𝓮𝓵𝓵𝓸"
    })
    void shouldPassThroughWhatHasNone(String language, String text) {
        var split = new TextSegmenter(language, 100).split(text, String::length);

        assertThat(split.segments()).isEmpty();
        assertThat(split.skeleton()).containsExactly(text);
    }

    @ParameterizedTest
    @CsvSource({"Hello! Привет! Bye!, Hello!|Bye!", "Hello. 你好。Bye., Hello.|Bye."})
    void shouldTranslateTheSentencesThatAreInTheLanguage(String text, String expected) {
        assertThat(String.join(
                        "|",
                        new TextSegmenter("en", 100).split(text, String::length).segments()))
                .isEqualTo(expected);
    }
}
