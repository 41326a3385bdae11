package io.lingoduct.front.number;

import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Tells whether a translation has the numbers of its source: the same digits, in any order and with any signs between them, or a small
 * number in words. Safe to use from many threads.
 */
public final class NumberCheck {

    private static final int LARGEST_IN_WORDS = 100;

    private final List<String> sourceWords;
    private final List<String> targetWords;

    /** @param source BCP 47 tag, as is the target */
    public NumberCheck(String source, String target) {
        this.sourceWords = words(source);
        this.targetWords = words(target);
    }

    /** Whether no number of the source is missing in the target, and the target has none that the source has not. */
    public boolean isKept(String source, String target) {
        if (!hasDigit(source) && !hasDigit(target)) {
            return true;
        }
        var left = digits(target);
        for (var number : digits(source)) {
            if (!left.remove(number) && !isWord(number, target, targetWords)) {
                return false;
            }
        }
        return left.stream().allMatch(number -> isWord(number, source, sourceWords));
    }

    private static boolean hasDigit(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isDigit(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static List<String> words(String language) {
        var format = new RuleBasedNumberFormat(ULocale.forLanguageTag(language), RuleBasedNumberFormat.SPELLOUT);
        var words = new ArrayList<String>();
        for (int number = 0; number <= LARGEST_IN_WORDS; number++) {
            words.add(format.format(number).replace("\u00AD", "").toLowerCase(Locale.ROOT));
        }
        return List.copyOf(words);
    }

    private static boolean isWord(String number, String text, List<String> words) {
        if (number.length() > 3 || Integer.parseInt(number) > LARGEST_IN_WORDS) {
            return false;
        }
        var word = words.get(Integer.parseInt(number));
        var lower = text.toLowerCase(Locale.ROOT);
        // A German "ein" stands in "eine" and "einen", too.
        int at = lower.indexOf(word.equals("eins") ? "ein" : word);
        return at >= 0 && (at == 0 || !Character.isLetter(lower.charAt(at - 1)));
    }

    /** Runs of digits, without the signs between them and without zeros before them. */
    private static List<String> digits(String text) {
        var numbers = new ArrayList<String>();
        var number = new StringBuilder();
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            if (Character.isDigit(c)) {
                number.append(Character.digit(c, 10));
            } else if (!number.isEmpty() && !isWithin(text, i)) {
                int zeros = 0;
                while (zeros < number.length() - 1 && number.charAt(zeros) == '0') {
                    zeros++;
                }
                numbers.add(number.substring(zeros));
                number.setLength(0);
            }
        }
        return numbers;
    }

    /** Whether a sign stands between two digits of a number. */
    private static boolean isWithin(String text, int i) {
        return i + 1 < text.length()
                && ".,'\u2019\u00A0\u202F:".indexOf(text.charAt(i)) >= 0
                && Character.isDigit(text.charAt(i + 1));
    }
}
