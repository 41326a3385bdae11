package io.lingoduct.front.number;

import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.NumberFormatter.GroupingStrategy;
import com.ibm.icu.number.NumberFormatter.SignDisplay;
import com.ibm.icu.number.NumberFormatter.UnitWidth;
import com.ibm.icu.number.Precision;
import com.ibm.icu.util.Currency;
import com.ibm.icu.util.MeasureUnit;
import io.lingoduct.front.number.NumberValue.Amount;
import java.util.Optional;
import java.util.regex.Pattern;

/** Writes numbers and prices in another language, with as many decimals as the source has, and with signs between thousands if it has. */
final class AmountWriter {

    /** Sign or currency, digits, sign of percent or currency; nothing else can be written anew. */
    private static final Pattern PARTS = Pattern.compile("([^\\p{Nd}]*)(\\p{Nd}(?:[^\\p{L}]*\\p{Nd})?)([^\\p{Nd}]*)");

    private final Notation source;
    private final Notation target;

    AmountWriter(Notation source, Notation target) {
        this.source = source;
        this.target = target;
    }

    /** @param value what it is worth */
    Optional<String> write(String written, Amount value) {
        var parts = PARTS.matcher(written);
        if (!parts.matches()) {
            return Optional.empty();
        }
        var digits = parts.group(2);
        var unit = unit(parts.group(1), parts.group(3), value);
        int decimals = decimals(digits);
        if (decimals < 0 || unit.isEmpty()) {
            return Optional.empty();
        }
        boolean grouped = digits.chars().filter(c -> !Character.isDigit(c)).count() > (decimals > 0 ? 1 : 0);
        var text = unit.get()
                .precision(Precision.fixedFraction(decimals))
                .grouping(grouped ? GroupingStrategy.AUTO : GroupingStrategy.OFF)
                .sign(parts.group(1).contains("+") ? SignDisplay.ALWAYS : SignDisplay.AUTO)
                .format(value.number())
                .toString();
        // A sign or code of the currency that is not the source's would be another price to who reads it.
        return value.currency().isEmpty() || text.contains(sign(parts.group(1) + parts.group(3)))
                ? Optional.of(text)
                : Optional.empty();
    }

    /** Digits behind the decimal sign; -1 if the number is not written as a number of the source's language. */
    private int decimals(String digits) {
        int mark = digits.length() - 1;
        while (mark >= 0 && Digits.isAt(digits, mark)) {
            mark--;
        }
        if (mark < 0) {
            return isPadded(digits) ? -1 : 0;
        }
        if (source.isDecimal(digits, mark)) {
            return isPadded(digits) && Digits.isAt(digits, 1) ? -1 : digits.length() - 1 - mark;
        }
        char sign = digits.charAt(mark);
        boolean isOnly = digits.chars().filter(c -> !Character.isDigit(c)).count() == 1;
        boolean isUsual = sign == source.grouping() || isSpace(sign) && isSpace(source.grouping());
        return isPadded(digits) || isOnly && !isUsual ? -1 : 0;
    }

    private static boolean isPadded(String digits) {
        return digits.length() > 1 && Character.digit(digits.charAt(0), 10) == 0;
    }

    private static boolean isSpace(char c) {
        return Character.isSpaceChar(c);
    }

    private Optional<LocalizedNumberFormatter> unit(String before, String behind, Amount value) {
        var format = NumberFormatter.withLocale(target.locale());
        var signs = sign(before + behind);
        if (value.currency().isEmpty()) {
            return switch (signs) {
                case "" -> Optional.of(format);
                case "%" -> Optional.of(format.unit(MeasureUnit.PERCENT));
                case "\u2030" -> Optional.of(format.unit(MeasureUnit.PERMILLE));
                default -> Optional.empty();
            };
        }
        boolean isCode = signs.equals(value.currency());
        return value.currency().matches("[A-Z]{3}")
                ? Optional.of(format.unit(Currency.getInstance(value.currency()))
                        .unitWidth(isCode ? UnitWidth.ISO_CODE : UnitWidth.NARROW))
                : Optional.empty();
    }

    /** What stands around the digits, but for plus, minus and spaces. */
    private static String sign(String around) {
        return around.replaceAll("[-+\u2212\\s\u00A0\u202F\u2009]", "");
    }
}
