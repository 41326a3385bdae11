package io.lingoduct.front.letters;

import io.lingoduct.front.letters.CasedWord.Shape;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Writes words of one language in the case that they have within a sentence, as far as is known of them. */
final class SentenceCase {

    /** Words of one letter, which else is a name: "plan B". */
    private static final Map<String, Set<String>> SINGLES = Map.of(
            "en",
            Set.of("a", "o"),
            "fr",
            Set.of("a", "à", "y", "ô", "l", "d", "j", "m", "t", "s", "c", "n"),
            "de",
            Set.of());

    private static final Set<String> HALVES_OF_DAY = Set.of("a.m", "p.m");

    private static final String QUOTES = "\"'\u201C\u201D\u201E\u00AB\u00BB\u2018\u2019";

    private final Locale locale;
    private final WordKnowledge knowledge;
    private final Set<String> singles;
    private final boolean english;
    private final boolean german;

    SentenceCase(Locale locale, WordKnowledge knowledge) {
        this.locale = locale;
        this.knowledge = knowledge;
        this.singles = SINGLES.getOrDefault(locale.getLanguage(), Set.of());
        this.english = locale.getLanguage().equals("en");
        this.german = locale.getLanguage().equals("de");
    }

    /** Writes the words that {@code changed} picks, by their index, anew. As long as the text itself. */
    String of(String text, List<CasedWord> words, Predicate<Integer> changed) {
        var result = new StringBuilder(text);
        var before = "";
        boolean wasPair = false;
        for (int i = 0; i < words.size(); i++) {
            var word = words.get(i);
            var lower = Letters.lower(word.text(), locale);
            var next = i + 1 < words.size() ? Letters.lower(words.get(i + 1).text(), locale) : "";
            boolean isPair = knowledge.isNamePair(lower, next);
            if (changed.test(i)) {
                var written = isPair || wasPair
                        ? capitalized(lower)
                        : hangsOn(text, word) ? besideMark(text, word, lower) : natural(word, lower, before);
                if (i == 0 ? startsSentence(text, word) : followsMark(text, word, lower)) {
                    written = capitalized(written);
                }
                if (written.length() == word.text().length()) {
                    result.replace(word.start(), word.end(), written);
                }
            }
            wasPair = isPair;
            before = lower;
        }
        return result.toString();
    }

    /** Whether no word, number or masked span comes before. */
    static boolean startsSentence(String text, CasedWord word) {
        return text.substring(0, word.start()).codePoints().noneMatch(c -> Character.isDigit(c) || c == 0xFFFC);
    }

    /** Whether a sentence begins after another one, or a name after an abbreviation. */
    private boolean followsMark(String text, CasedWord word, String lower) {
        int at = word.start() - 1;
        while (at > 0 && QUOTES.indexOf(text.charAt(at)) >= 0) {
            at--;
        }
        if (at < 1 || text.charAt(at) != ' ') {
            return false;
        }
        at--;
        while (at > 0 && QUOTES.indexOf(text.charAt(at)) >= 0) {
            at--;
        }
        char mark = text.charAt(at);
        return mark == '!' || mark == '?' || mark == '.' && !knowledge.isCommon(lower);
    }

    /** Whether a word is the ending of a number, or a letter of an abbreviation with points. */
    private static boolean hangsOn(String text, CasedWord word) {
        return word.start() > 0 && Character.isDigit(text.charAt(word.start() - 1))
                || word.letters() == 1 && (isPoint(text, word.end()) || isPoint(text, word.start() - 1));
    }

    private static boolean isPoint(String text, int index) {
        return index > 0
                && index < text.length() - 1
                && text.charAt(index) == '.'
                && Character.isLetter(text.charAt(index - 1))
                && Character.isLetter(text.charAt(index + 1));
    }

    private static String besideMark(String text, CasedWord word, String lower) {
        if (word.letters() > 1) {
            return lower;
        }
        boolean isHalfOfDay = HALVES_OF_DAY.contains(
                        around(text, word.start() - 2, word.end()).toLowerCase(Locale.ROOT))
                || HALVES_OF_DAY.contains(
                        around(text, word.start(), word.end() + 2).toLowerCase(Locale.ROOT));
        return isHalfOfDay ? lower : word.text();
    }

    private static String around(String text, int start, int end) {
        return text.substring(Math.max(0, start), Math.min(text.length(), end));
    }

    private String natural(CasedWord word, String lower, String before) {
        if (english && WordKnowledge.stem(lower).equals("i")) {
            return capitalized(lower);
        }
        if (word.letters() == 1) {
            return singles.contains(lower) ? lower : word.text();
        }
        if (knowledge.isName(lower)) {
            return capitalized(lower);
        }
        if (word.shape() == Shape.CAPITALS && knowledge.isAbbreviation(lower)) {
            int stem = WordKnowledge.stem(lower).length();
            return word.text().substring(0, stem) + lower.substring(stem);
        }
        if (german) {
            return isNoun(word, lower, before) ? capitalized(lower) : lower;
        }
        return knowledge.isCapitalizedOnly(lower) ? capitalized(lower) : lower;
    }

    private boolean isNoun(CasedWord word, String lower, String before) {
        if (knowledge.isCommon(lower)) {
            return false;
        }
        boolean small = knowledge.isInVocabulary(lower);
        boolean capital = knowledge.isInVocabulary(capitalized(lower));
        if (small != capital) {
            return capital;
        }
        if (word.shape() == Shape.SMALL) {
            return GermanNouns.isNounByEnding(lower);
        }
        return small ? GermanNouns.mayFollow(before) : GermanNouns.isLikelyNoun(lower, before);
    }

    private String capitalized(String lower) {
        return Letters.capitalized(lower, locale);
    }
}
