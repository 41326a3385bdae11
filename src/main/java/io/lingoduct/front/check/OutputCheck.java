package io.lingoduct.front.check;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Looks at what a model has written of a segment. A sign that the source has, too, is no finding. Takes time linear in both. */
public final class OutputCheck {

    private static final int REPLACEMENT = 0xFFFD;
    private static final int OBJECT = 0xFFFC;
    private static final int WORDS_TOO_MANY = 6;
    private static final int WORDS_ENOUGH = 4;
    private static final int TELLING_WORD = 4;
    private static final double MOSTLY = 0.7;

    private OutputCheck() {}

    /**
     * @param target as it is after the repair
     * @param findings without those that only the caller can find
     */
    public record Checked(String target, Set<Finding> findings) {}

    /**
     * @param source as the model has read it
     * @param target as the model has written it
     */
    public static Checked check(String source, String target) {
        var findings = EnumSet.noneOf(Finding.class);
        var repaired = QuoteRepair.repaired(source, target);
        if (!repaired.equals(target)) {
            findings.add(Finding.UNBALANCED_QUOTES);
        }
        if (Loops.isIn(source, repaired)) {
            findings.add(Finding.LOOP);
        }
        if (HyphenStrings.isIn(repaired) && !HyphenStrings.isIn(source)) {
            findings.add(Finding.JUNK_PIECES);
        }
        if (saysNothing(repaired) && (repaired.isBlank() || !saysNothing(source))) {
            findings.add(Finding.EMPTY);
        }
        if (hasNoText(source, repaired)) {
            findings.add(Finding.NO_TEXT);
        }
        int sourceWords = Words.count(source);
        int targetWords = Words.count(repaired);
        if (targetWords > 2 * sourceWords + WORDS_TOO_MANY) {
            findings.add(Finding.TOO_LONG);
        } else if (sourceWords >= WORDS_ENOUGH && 3 * targetWords < sourceWords) {
            findings.add(Finding.TOO_SHORT);
        }
        if (sourceWords >= WORDS_ENOUGH && copied(source, repaired) >= MOSTLY) {
            findings.add(Finding.UNTRANSLATED);
        }
        if (Scripts.hasForeign(source, repaired)) {
            findings.add(Finding.WRONG_SCRIPT);
        }
        return new Checked(repaired, findings);
    }

    /**
     * Share of the source's words that stand in the target, too. Short words and those with a capital do not count: they are often the
     * same in both languages.
     */
    public static double copied(String source, String target) {
        var telling = Words.of(source).stream()
                .filter(word -> word.length() >= TELLING_WORD && !Character.isUpperCase(word.codePointAt(0)))
                .toList();
        if (telling.isEmpty()) {
            return 0;
        }
        var words = Words.of(target).stream()
                .map(word -> word.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        return (double) telling.stream().filter(words::contains).count() / telling.size();
    }

    /** Whether a text has nothing but punctuation and spaces. */
    private static boolean saysNothing(String text) {
        return text.codePoints().allMatch(c -> switch (Character.getType(c)) {
            case Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            default -> Character.isWhitespace(c) || Character.isSpaceChar(c);
        });
    }

    private static boolean hasNoText(String source, String target) {
        if (target.codePoints().noneMatch(OutputCheck::isNoText)) {
            return false;
        }
        var known = source.codePoints().filter(OutputCheck::isNoText).boxed().collect(Collectors.toSet());
        return target.codePoints().anyMatch(c -> isNoText(c) && !known.contains(c));
    }

    private static boolean isNoText(int c) {
        return switch (Character.getType(c)) {
            case Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE -> true;
            case Character.CONTROL -> !Character.isWhitespace(c);
            default -> c == REPLACEMENT || c == OBJECT;
        };
    }
}
