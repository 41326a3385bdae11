package io.lingoduct.front.number;

import com.ibm.icu.util.ULocale;
import io.lingoduct.front.span.SpanKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Reads all digits of texts in one language: where they stand, and what they are worth. At each run of digits it tries a few shapes of
 * bounded length, and goes on behind what it found. Safe to use from many threads.
 */
final class NumberReader {

    private static final int LONGEST_UNIT = 5;

    private static final Set<String> UNITS = Set.of(
            "mm", "cm", "dm", "m", "km", "\u00B5m", "\u03BCm", "nm", "mg", "g", "kg", "t", "ml", "mL", "cl", "dl", "l",
            "L", "h", "min", "sec", "ms", "W", "kW", "MW", "GW", "Wh", "kWh", "MWh", "V", "kV", "A", "mA", "mAh", "Ah",
            "Hz", "kHz", "MHz", "GHz", "B", "kB", "KB", "MB", "GB", "TB", "kbit", "Mbit", "Gbit", "Mbps", "Gbps", "px",
            "pt", "in", "ft", "yd", "mi", "lb", "lbs", "oz", "mph", "kmh", "cal", "kcal", "J", "kJ", "Pa", "hPa", "bar",
            "dB");

    private final AmountShape amounts;
    private final DateShape dates;
    private final TimeShape times;

    /** @param others languages that may also have lent names of months */
    NumberReader(Notation notation, ULocale... others) {
        this.amounts = new AmountShape(notation);
        this.dates = new DateShape(notation, List.of(others));
        this.times = new TimeShape(notation);
    }

    /** All places with digits, disjoint and in their order; no digit is left out. */
    List<Found> read(String text) {
        int digit = Digits.next(text, 0);
        if (digit < 0) {
            return List.of();
        }
        var all = new ArrayList<Found>();
        int end = 0;
        while (digit >= 0) {
            var found = at(text, end, digit);
            all.add(found);
            end = found.end();
            digit = Digits.next(text, end);
        }
        return all;
    }

    private Found at(String text, int earliest, int digit) {
        if (Digits.isFraction(text.charAt(digit))) {
            return new Found(
                    digit,
                    digit + 1,
                    SpanKind.NUMBER,
                    isBehindWord(text, digit),
                    List.of(new NumberValue.Digits(text.substring(digit, digit + 1))));
        }
        if (Digits.endOfRun(text, digit) - digit > Digits.MOST) {
            return chain(text, digit);
        }
        return shapes(text, earliest, digit)
                .filter(found -> !isBehindWord(text, found.start()))
                .flatMap(found -> whole(text, found).stream())
                .findFirst()
                .orElseGet(() -> chain(text, digit));
    }

    private Stream<Found> shapes(String text, int earliest, int digit) {
        int length = Digits.endOfRun(text, digit) - digit;
        return Stream.<Supplier<Optional<Found>>>of(
                        () -> length <= 2 || length == 4 ? dates.at(text, earliest, digit) : Optional.empty(),
                        () -> length <= 2 ? times.at(text, digit) : Optional.empty(),
                        () -> amounts.at(text, earliest, digit))
                .flatMap(shape -> shape.get().stream());
    }

    /** What was found, or the range that it begins; empty if digits or letters go on behind it. */
    private Optional<Found> whole(String text, Found found) {
        int next = found.end() + 1;
        boolean hasDash = next < text.length() && Digits.isDash(text.charAt(found.end()));
        int digit = hasDash && Character.getType(text.charAt(next)) == Character.CURRENCY_SYMBOL ? next + 1 : next;
        if (hasDash && Digits.isAt(text, digit) && Digits.endOfRun(text, digit) - digit <= Digits.MOST) {
            return shapes(text, next, digit)
                    .filter(second -> isEnd(text, second.end()))
                    .findFirst()
                    .map(second -> range(found, second));
        }
        return isEnd(text, found.end()) ? Optional.of(found) : Optional.empty();
    }

    private static Found range(Found first, Found second) {
        var kind = first.kind() == SpanKind.NUMBER ? second.kind() : first.kind();
        var values = new ArrayList<>(first.values());
        values.addAll(second.values());
        return new Found(first.start(), second.end(), kind, false, List.copyOf(values));
    }

    /** All digits with a sign between them at most: not to be taken for less than they are. */
    private Found chain(String text, int digit) {
        int end = Digits.endOfChain(text, digit);
        var written = text.substring(digit, end);
        var value = amounts.whole(written)
                .map(NumberValue.class::cast)
                .orElseGet(() -> new NumberValue.Digits(Digits.uniform(written)));
        return new Found(digit, end, SpanKind.NUMBER, isBehindWord(text, digit) || !isEnd(text, end), List.of(value));
    }

    private static boolean isEnd(String text, int end) {
        return !Digits.goesOn(text, end) && (!isOfWord(text, end) || isUnit(text, end));
    }

    private static boolean isUnit(String text, int start) {
        int end = start;
        while (end < text.length() && end - start <= LONGEST_UNIT && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return UNITS.contains(text.substring(start, end));
    }

    private static boolean isBehindWord(String text, int start) {
        return start > 0
                && (isOfWord(text, start - 1)
                        || start > 1 && text.charAt(start - 1) == '-' && isOfWord(text, start - 2));
    }

    private static boolean isOfWord(String text, int i) {
        if (i >= text.length()) {
            return false;
        }
        char c = text.charAt(i);
        return Character.isLetter(c) || c == '_' || Character.getType(c) == Character.NON_SPACING_MARK;
    }
}
