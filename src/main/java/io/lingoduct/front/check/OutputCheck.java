package io.lingoduct.front.check;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Looks at what a model has written of a segment. A sign that the source has, too, is no finding. Takes time linear in both. */
public final class OutputCheck {

    private static final Pattern PIECES = Pattern.compile(
            "(?iu)-(\\p{L}{1,6})-\\1-|(?-i)(?:(?<!\\p{L})\\p{Lu}\\p{L}{0,4}-){3}|(?:(?<!\\p{L})\\p{L}{1,40}-)(?:\\p{L}{1,40}-){1,20}(?![\\p{L}\\p{Nd}])");

    private static final int REPLACEMENT = 0xFFFD;
    private static final int WORDS_TOO_MANY = 6;
    private static final int WORDS_ENOUGH = 4;

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
        if (Loops.isIn(repaired) && !Loops.isIn(source)) {
            findings.add(Finding.LOOP);
        }
        if (repaired.indexOf('-') >= 0
                && PIECES.matcher(repaired).find()
                && !PIECES.matcher(source).find()) {
            findings.add(Finding.JUNK_PIECES);
        }
        if (repaired.isBlank()) {
            findings.add(Finding.EMPTY);
        }
        if (repaired.indexOf(REPLACEMENT) >= 0 && source.indexOf(REPLACEMENT) < 0) {
            findings.add(Finding.NO_TEXT);
        }
        int sourceWords = words(source);
        int targetWords = words(repaired);
        if (targetWords > 2 * sourceWords + WORDS_TOO_MANY) {
            findings.add(Finding.TOO_LONG);
        } else if (sourceWords >= WORDS_ENOUGH && 3 * targetWords < sourceWords) {
            findings.add(Finding.TOO_SHORT);
        }
        if (sourceWords >= WORDS_ENOUGH && repaired.equals(source)) {
            findings.add(Finding.UNTRANSLATED);
        }
        return new Checked(repaired, findings);
    }

    private static int words(String text) {
        int words = 0;
        boolean inWord = false;
        for (int i = 0; i < text.length(); i++) {
            boolean space = Character.isWhitespace(text.charAt(i));
            if (!space && !inWord) {
                words++;
            }
            inWord = !space;
        }
        return words;
    }
}
