package io.lingoduct.front.letters;

import io.lingoduct.front.letters.CasedWord.Shape;
import io.lingoduct.front.lexicon.Acronyms;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Recognises how the letters of segments of one language are written. */
final class PatternReader {

    /** Of words in one case, for each that is not. */
    private static final int SHARE = 4;

    private static final int SHORTEST_LABEL = 4;

    private static final Set<String> SHORT_LABELS = Set.of(
            "yes", "no", "add", "new", "buy", "pay", "end", "off", "ja", "neu", "oui", "non", "nein", "sale", "free");

    /** Everyday words of two letters that are no abbreviation. */
    private static final Set<String> SHORT_LOUD =
            Set.of("so", "no", "do", "is", "my", "me", "we", "he", "be", "if", "or");

    private static final Set<String> POLITE = Set.of("sie", "ihr", "ihre", "ihren", "ihrem", "ihrer", "ihnen");

    private final Locale locale;
    private final WordKnowledge knowledge;
    private final Set<String> smallInTitles;
    private final boolean german;

    PatternReader(Locale locale, WordKnowledge knowledge) {
        this.locale = locale;
        this.knowledge = knowledge;
        this.smallInTitles = TitleWords.small(locale);
        this.german = locale.getLanguage().equals("de");
    }

    CasePattern patternOf(List<CasedWord> words) {
        int capitals = 0;
        int capitalized = 0;
        int small = 0;
        int mixed = 0;
        int singles = 0;
        for (var word : words) {
            switch (word.shape()) {
                case CAPITALS -> {
                    capitals += word.isLong() ? 1 : 0;
                    singles += word.isLong() ? 0 : 1;
                }
                case INVERTED -> capitals++;
                case CAPITALIZED -> capitalized++;
                case SMALL -> small++;
                case MIXED -> mixed++;
                case CASELESS -> {}
            }
        }
        int others = small + capitalized + mixed;
        if (small > 0 && capitals + capitalized + mixed + singles == 0) {
            return CasePattern.SMALL;
        }
        if (capitals > 1 && others * SHARE <= capitals && hasWord(words)
                || capitals == 1 && others == 0 && isLabel(words)) {
            return CasePattern.CAPITALS;
        }
        if (mixed > 1 && isAlternating(words)) {
            return CasePattern.ALTERNATING;
        }
        return capitalized > 1 && isTitle(words) ? CasePattern.TITLE : CasePattern.SENTENCE;
    }

    /** Whether a word in capitals among others is loud, and no abbreviation. */
    boolean isLoud(CasedWord word) {
        if (word.shape() != Shape.CAPITALS || !word.isLong()) {
            return false;
        }
        var lower = lower(word);
        if (Acronyms.isLikelyAmongSmallLetters(WordKnowledge.stem(lower))) {
            return false;
        }
        return knowledge.isOrdinary(lower)
                ? word.letters() > 2 || SHORT_LOUD.contains(lower)
                : word.letters() > 2 && knowledge.isName(lower)
                        || word.letters() >= SHORTEST_LABEL && knowledge.isWord(lower);
    }

    private boolean hasWord(List<CasedWord> words) {
        return words.stream()
                .anyMatch(word -> word.isLong() && word.shape() == Shape.CAPITALS && knowledge.isWord(lower(word)));
    }

    private boolean isLabel(List<CasedWord> words) {
        for (var word : words) {
            if (word.isLong()) {
                var lower = lower(word);
                return word.shape() == Shape.CAPITALS
                        && (SHORT_LABELS.contains(lower)
                                || words.size() > 1 && knowledge.isOrdinary(lower) && word.letters() > 2
                                || word.letters() >= SHORTEST_LABEL
                                        && !Acronyms.isLikelyAmongSmallLetters(lower)
                                        && knowledge.isWord(lower));
            }
        }
        return false;
    }

    /** Whether case changes from letter to letter, which in "YouTube" and "McDonald" it does not. */
    private static boolean isAlternating(List<CasedWord> words) {
        int strange = 0;
        int all = 0;
        for (var word : words) {
            if (word.letters() >= SHORTEST_LABEL) {
                all++;
                strange += word.changes() * 3 >= word.letters() * 2 ? 1 : 0;
            }
        }
        return strange > 1 && strange * 2 > all;
    }

    private boolean isTitle(List<CasedWord> words) {
        int big = 0;
        int small = 0;
        int needless = 0;
        for (int i = 0; i < words.size(); i++) {
            var word = words.get(i);
            if (word.shape() == Shape.CAPITALIZED) {
                big++;
            } else if (word.shape() == Shape.SMALL && !smallInTitles.contains(word.text())) {
                small++;
            }
        }
        int total = big + small;
        if (small * SHARE > big || big < 2) {
            return false;
        }
        for (int i = 1; i < words.size(); i++) {
            var word = words.get(i);
            needless += word.shape() == Shape.CAPITALIZED && isNeedless(words, i) ? 1 : 0;
        }
        boolean strict = small == 0;
        if (total == 2) {
            return strict && needless == 1 && words.size() <= 3 && isNeedless(words, 0);
        }
        return needless > 1 || needless == 1 && strict;
    }

    /** Whether a capital would not be there in a sentence. */
    private boolean isNeedless(List<CasedWord> words, int index) {
        var lower = lower(words.get(index));
        if (german) {
            return knowledge.isCommon(lower) && !POLITE.contains(lower);
        }
        if (knowledge.isName(lower) || !knowledge.isOrdinary(lower)) {
            return false;
        }
        boolean withBefore = index > 0 && knowledge.isNamePair(lower(words.get(index - 1)), lower);
        boolean withNext = index + 1 < words.size() && knowledge.isNamePair(lower, lower(words.get(index + 1)));
        return !withBefore && !withNext;
    }

    private String lower(CasedWord word) {
        return Letters.lower(word.text(), locale);
    }
}
