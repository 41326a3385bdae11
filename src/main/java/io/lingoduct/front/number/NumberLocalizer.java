package io.lingoduct.front.number;

import com.ibm.icu.text.DecimalFormatSymbols;
import com.ibm.icu.util.ULocale;
import io.lingoduct.front.span.SpanKind;
import java.util.Optional;

/** Writes the numbers of one language as another one writes them, by Unicode's CLDR. Safe to use from many threads. */
public final class NumberLocalizer {

    private final DecimalFormatSymbols source;
    private final DecimalFormatSymbols target;

    /** @param source BCP 47 tag, as is the target */
    public NumberLocalizer(String source, String target) {
        this.source = DecimalFormatSymbols.getInstance(ULocale.forLanguageTag(source));
        this.target = DecimalFormatSymbols.getInstance(ULocale.forLanguageTag(target));
    }

    /** Empty if it cannot be told for sure what a number is worth; it is to be left as it is then. */
    public Optional<String> localize(String number, SpanKind kind) {
        if (kind != SpanKind.NUMBER && kind != SpanKind.PRICE) {
            return Optional.empty();
        }
        var written = new StringBuilder();
        int decimals = 0;
        for (int i = 0; i < number.length(); i++) {
            char c = number.charAt(i);
            boolean between = i > 0
                    && i + 1 < number.length()
                    && Character.isDigit(number.charAt(i - 1))
                    && Character.isDigit(number.charAt(i + 1));
            if (between && c == source.getDecimalSeparator()) {
                written.append(target.getDecimalSeparator());
                decimals++;
            } else if (between
                    && (c == source.getGroupingSeparator() || isSpace(c) && isSpace(source.getGroupingSeparator()))) {
                if (decimals > 0) {
                    return Optional.empty();
                }
                written.append(target.getGroupingSeparator());
            } else if (between && (c == '.' || c == ',')) {
                return Optional.empty();
            } else {
                written.append(c);
            }
        }
        return decimals > 1 ? Optional.empty() : Optional.of(written.toString());
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\u00A0' || c == '\u202F';
    }
}
