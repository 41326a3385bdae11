package io.lingoduct.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTagTest {

    @ParameterizedTest
    @CsvSource({"EN,en", "pt-br,pt-BR", "' zh-hant-tw ',zh-Hant-TW", "no,no", "tlh,tlh"})
    void shouldWriteTagsInTheirUsualSpelling(String text, String tag) {
        assertThat(LanguageTag.canonical(text)).contains(tag);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "e", "en_US", "to german", "und", "x-private", "../de", "de{topic}"})
    void shouldRefuseWhatIsNoTag(String text) {
        assertThat(LanguageTag.canonical(text)).isEmpty();
    }

    @Test
    void shouldShortenFromTheEnd() {
        assertThat(LanguageTag.withShorter("zh-Hant-TW")).containsExactly("zh-Hant-TW", "zh-Hant", "zh");
        assertThat(LanguageTag.withShorter("en")).containsExactly("en");
    }
}
