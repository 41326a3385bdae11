package io.lingoduct.front.letters;

import io.lingoduct.front.lexicon.Acronyms;
import io.lingoduct.front.lexicon.CommonWords;
import io.lingoduct.front.lexicon.ProperNames;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * What is known of the words of one language: from lists, and from the vocabulary of a model. A vocabulary says little where it is shared
 * with German, which has capitals at its nouns: such a word may be a German one.
 */
final class WordKnowledge {

    private static final String VOWELS = "aeiouyäöüàâéèêëîïôùûœæ";
    private static final int WORD_LENGTH = 4;
    private static final int LONG_WORD_LENGTH = 6;

    private final Locale locale;
    private final CommonWords common;
    private final ProperNames names;
    private final Predicate<String> vocabulary;
    private final boolean vocabularyTellsNames;

    /** @param vocabulary whether a word, in just this case, is a token of the model */
    WordKnowledge(Locale language, boolean vocabularyTellsNames, Predicate<String> vocabulary) {
        this.locale = language;
        this.common = new CommonWords(language.toLanguageTag());
        this.names = new ProperNames(language.toLanguageTag());
        this.vocabulary = vocabulary;
        this.vocabularyTellsNames = vocabularyTellsNames;
    }

    /** @param lower a word in small letters, here and below */
    boolean isCommon(String lower) {
        return common.contains(lower);
    }

    boolean isName(String lower) {
        return names.contains(stem(lower));
    }

    boolean isNamePair(String first, String second) {
        return names.arePair(first, stem(second));
    }

    /** Whether the vocabulary has a word with a capital and not without. */
    boolean isCapitalizedOnly(String lower) {
        var stem = stem(lower);
        return vocabularyTellsNames
                && !isCommon(stem)
                && vocabulary.test(Letters.capitalized(stem, locale))
                && !vocabulary.test(stem);
    }

    boolean isInVocabulary(String word) {
        return vocabulary.test(stem(word));
    }

    /** Whether a word is anything else than a name or an abbreviation, as far as is known. */
    boolean isOrdinary(String lower) {
        var stem = stem(lower);
        if (common.contains(lower) || common.contains(stem)) {
            return true;
        }
        return stem.length() >= WORD_LENGTH
                && !names.contains(stem)
                && !Acronyms.contains(stem)
                && vocabulary.test(stem);
    }

    /** Whether a word in capitals is a word, and no abbreviation, among others in capitals. */
    boolean isWord(String lower) {
        var stem = stem(lower);
        return isOrdinary(lower)
                || names.contains(stem)
                || !Acronyms.contains(stem)
                        && (stem.length() >= WORD_LENGTH && vocabulary.test(Letters.capitalized(stem, locale))
                                || stem.length() >= LONG_WORD_LENGTH && hasVowel(stem));
    }

    /** Whether a word stays in capitals in a sentence. */
    boolean isAbbreviation(String lower) {
        var stem = stem(lower);
        return !common.contains(stem)
                && (Acronyms.contains(stem)
                        || stem.length() <= WORD_LENGTH && !hasVowel(stem)
                        || !vocabulary.test(stem) && vocabulary.test(stem.toUpperCase(locale)));
    }

    /** A word without what follows an apostrophe. */
    static String stem(String word) {
        for (int i = word.length() - 1; i > 0; i--) {
            if (Letters.isApostrophe(word.charAt(i))) {
                return word.substring(0, i);
            }
        }
        return word;
    }

    private static boolean hasVowel(String lower) {
        return lower.chars().anyMatch(c -> c > 0x17F || VOWELS.indexOf(c) >= 0);
    }
}
