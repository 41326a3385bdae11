package io.lingoduct.front.lexicon;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Sets of words in small letters, written as one string, and chosen by language. */
final class WordSets {

    private WordSets() {}

    static Set<String> of(String spaced) {
        return Arrays.stream(spaced.strip().split("\\s+")).collect(Collectors.toUnmodifiableSet());
    }

    /** @param languageTag BCP 47 tag; a language that is not there has no words */
    static Set<String> in(Map<String, Set<String>> byLanguage, String languageTag) {
        return byLanguage.getOrDefault(Locale.forLanguageTag(languageTag).getLanguage(), Set.of());
    }
}
