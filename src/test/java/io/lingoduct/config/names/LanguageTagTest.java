package io.lingoduct.config.names;

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "en",
                "de",
                "pt-BR",
                "zh-Hant-TW",
                "no",
                "nb",
                "es-419",
                "tlh",
                "yue",
                "arz",
                "he",
                "iw",
                "sr-Latn-XK"
            })
    void shouldFindNothingWrongWithATag(String tag) {
        assertThat(LanguageTag.fault(tag)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "english, not a BCP 47 language tag: use en",
        "German, not a BCP 47 language tag: use de",
        "deutsch, not a BCP 47 language tag: use de",
        "français, not a BCP 47 language tag: use fr",
        "Scottish Gaelic, not a BCP 47 language tag: use gd",
        "en_US, not a BCP 47 language tag: use en-US",
        "eng, not the shortest tag of this language: use en",
        "deu-AT, not the shortest tag of this language: use de-AT",
        "en-UK, there is no region UK: use en-GB",
        "qq, 'not a BCP 47 language tag, such as en or pt-BR'",
        "klingonic, 'not a BCP 47 language tag, such as en or pt-BR'",
        "klingon, not a BCP 47 language tag: use tlh",
        "to german, 'not a BCP 47 language tag, such as en or pt-BR'"
    })
    void shouldNameTheTagToUse(String text, String fault) {
        assertThat(LanguageTag.fault(text)).contains(fault);
    }

    @Test
    void shouldShortenFromTheEnd() {
        assertThat(LanguageTag.withShorter("zh-Hant-TW")).containsExactly("zh-Hant-TW", "zh-Hant", "zh");
        assertThat(LanguageTag.withShorter("en")).containsExactly("en");
    }
}
