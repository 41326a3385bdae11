package io.lingoduct.front.span.code;

import io.lingoduct.front.span.scan.Chars;
import io.lingoduct.front.span.scan.OpenText;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Words of digits and letters that a translator reads as a number with something: 10kg, 5pm, 1st, 80s, 30Uhr, 3x4, EUR5, 1e6; and words of
 * chats that have a digit for a sound.
 */
final class Quantities {

    private static final int LONGEST_CHAT_WORD = 8;

    // Compared in small letters: in a text in capitals they are still units.
    private static final Set<String> ENDINGS = Set.of(
            ("st nd rd th s er ers e re ème eme de am pm h min sec ms d mm cm dm m km g kg mg t l ml cl dl oz lb lbs ft in yd mi"
                            + " mph kmh w kw mw gw kwh mwh wh v kv mv a ma mah hz khz mhz ghz kb mb gb tb pb kib mib gib kbit mbit"
                            + " gbit bps kbps mbps gbps fps dpi px pt k mio mrd bn mn x f c bar pa hpa kpa º ª ºc ºf db j kj cal kcal")
                    .split(" "));

    private static final Set<String> CHAT_WORDS = Set.of(
            ("b4 w8 gr8 l8 l8r m8 h8 h8r f8 str8 sk8 n8 d8 k8 2day 2nite 2morrow 2moro 4u 2u 4ever 4eva b2 me2 u2 any1 some1 every1 no1"
                            + " gn8 gute8 1der 10x thx2")
                    .split(" "));

    private static final Set<String> BEHIND_MINUTES = Set.of("m", "mn", "min");

    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    private Quantities() {}

    /** Of a word that has letters and digits in it. */
    static boolean isOne(OpenText text, int start, int end) {
        return Chars.isDigit(text.at(start)) ? isBehindNumber(text, start, end) : isBeforeNumber(text, start, end);
    }

    private static boolean isBehindNumber(OpenText text, int start, int end) {
        int i = start;
        while (i < end && (Chars.isDigit(text.at(i)) || text.at(i) == '.')) {
            i++;
        }
        int letters = i;
        int lower = 0;
        while (i < end && Chars.isWord(text.at(i)) && !Chars.isDigit(text.at(i))) {
            lower += Character.isUpperCase(text.at(i)) ? 0 : 1;
            i++;
        }
        if (i < end) {
            return isNumberOnBothSides(text, letters, i, end);
        }
        boolean isWord = lower == i - letters || i - letters > 2 && lower == i - letters - 1;
        if (isWord || CURRENCIES.contains(text.part(letters, end))) {
            return true;
        }
        return end - letters <= LONGEST_CHAT_WORD
                && ENDINGS.contains(text.part(letters, end).toLowerCase(Locale.ROOT));
    }

    /** Such as 3x4, 15h30 and 1e6. */
    private static boolean isNumberOnBothSides(OpenText text, int letters, int behind, int end) {
        int i = behind;
        while (i < end && (Chars.isDigit(text.at(i)) || text.at(i) == '.')) {
            i++;
        }
        char c = Character.toLowerCase(text.at(letters));
        boolean isTime = i < end && c == 'h' && BEHIND_MINUTES.contains(text.part(i, end));
        return behind - letters == 1 && (c == 'x' || c == 'h' || c == 'e') && (i == end || isTime);
    }

    private static boolean isBeforeNumber(OpenText text, int start, int end) {
        int i = start;
        while (i < end && !Chars.isDigit(text.at(i))) {
            i++;
        }
        if (end - start <= LONGEST_CHAT_WORD
                && CHAT_WORDS.contains(text.part(start, end).toLowerCase(Locale.ROOT))
                && (Chars.isLowerAscii(text.at(end - 1)) || Chars.isLowerAscii(text.at(start)))) {
            return true;
        }
        int letters = i;
        while (i < end && (Chars.isDigit(text.at(i)) || text.at(i) == '.')) {
            i++;
        }
        return i == end
                && (letters - start == 1 && text.at(start) == 'x' || CURRENCIES.contains(text.part(start, letters)));
    }
}
