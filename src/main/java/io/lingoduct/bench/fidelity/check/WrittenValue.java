package io.lingoduct.bench.fidelity.check;

import java.util.Locale;
import java.util.Set;

/**
 * A value as a source writes it, and the ways in which a translation may write it. It is kept if the output has one of them
 * exactly once as a whole, no digit beside it, and, for a price, the currency. Capitals and kinds of spaces do not matter; a number
 * in words does not count.
 *
 * @param source the value as the source writes it
 * @param forms ways of writing the value, each with all its digits
 * @param currency sign, code and names of the currency, one of which must be there; empty for a value without one
 */
public record WrittenValue(String source, Set<String> forms, Set<String> currency) {

    public boolean isKeptIn(String output) {
        var text = plain(output);
        return forms.stream().map(WrittenValue::plain).anyMatch(form -> isOnlyNumber(text, form))
                && (currency.isEmpty()
                        || currency.stream().map(WrittenValue::plain).anyMatch(text::contains));
    }

    private static boolean isOnlyNumber(String text, String form) {
        return WholeOccurrences.isOnce(text, form) && digits(text) == digits(form);
    }

    private static long digits(String text) {
        return text.codePoints().filter(Character::isDigit).count();
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("\\p{Zs}", " ");
    }
}
