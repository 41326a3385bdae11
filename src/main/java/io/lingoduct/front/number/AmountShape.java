package io.lingoduct.front.number;

import static io.lingoduct.front.number.Digits.DIGIT;
import static io.lingoduct.front.number.Digits.SPACE;

import io.lingoduct.front.number.NumberValue.Amount;
import io.lingoduct.front.span.SpanKind;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers with their sign, percent sign and currency. */
final class AmountShape {

    private static final int LONGEST_PREFIX = 8;

    /** Common ones that are no word in capitals. */
    private static final String CODE =
            "(?:AED|AUD|BGN|BRL|BTC|CAD|CHF|CNY|CZK|DKK|EUR|GBP|HKD|HUF|IDR|ILS|INR|ISK|JPY|KRW"
                    + "|MXN|MYR|NOK|NZD|PLN|RON|RSD|RUB|SAR|SEK|SGD|THB|TWD|UAH|USD|VND|ZAR)";

    private static final String NO_WORD_BEFORE = "(?<![\\p{L}\\p{N}_])";
    private static final String SIGN = "(?<![\\p{L}\\p{N}_)\\].,/:+\u2212-])[-\u2212+]";

    private static final Pattern PREFIX = Pattern.compile("(?:(" + SIGN + ")?(" + NO_WORD_BEFORE
            + "(?:US|CA|AU|HK|NZ|C|A|S|R)\\$|\\p{Sc}|" + NO_WORD_BEFORE + CODE + ")" + SPACE + "?([-\u2212+])?|(" + SIGN
            + ")|(?<![^\\s(\\[\"\u201C\u201E])\\.)\\z");

    private static final String THOUSANDS = "(?:(?:,#{3}){1,9}(?:\\.#{1,20})?|(?:\\.#{3}){1,9}(?:,#{1,20})?"
            + "|(?:['\u2019]#{3}){1,9}(?:[.,]#{1,20})?|(?:\u066C#{3}){1,9}(?:\u066B#{1,20})?"
            + "|(?: #{3}){1,9}(?:[.,]#{1,20})?(?! #)|(?:[\u00A0\u202F\u2009]#{3}){1,9}(?:[.,]#{1,20})?(?![\u00A0\u202F\u2009]#))";

    private static final Pattern NUMBER = Pattern.compile(("(?:#{1,3}" + THOUSANDS
                    + "|#{1,2}(?:,#{2}){1,7},#{3}(?:\\.#{1,20})?|#{1,30}(?:[.,\u066B]#{1,30})?)(?![.,'\u2019\u066B\u066C]?#)")
            .replace("#", DIGIT));

    private static final Pattern MIXED_FRACTION =
            Pattern.compile(("#{1,3} #{1,2}/#{1,2}(?![/.,:]?#)").replace("#", DIGIT));

    private static final Pattern TAIL = Pattern.compile(("([eE][+\u2212-]?#{1,3}(?![\\p{L}\\p{N}]))?"
                    + "( ?[\u00D7x*] ?10(?:\\^[-\u2212]?#{1,3}|\u207B?[\u2070\u00B9\u00B2\u00B3\u2074-\u2079]{1,3}))?"
                    + "(" + SPACE
                    + "?[\u00BC-\u00BE\u2150-\u215E](?![\\p{L}\\p{N}])|[\u00B9\u00B2\u00B3\u2074-\u2079]{1,3}(?!\\p{L}))?"
                    + "(?:k|K|M|bn|mn|x|X)?+(?![\\p{L}\\p{N}])(?:" + SPACE + "?(?:(\\p{Sc}(?!#)|" + CODE
                    + "(?![\\p{L}\\p{N}_]))|[%\u2030](?![\\p{L}\\p{N}%])))?")
            .replace("#", DIGIT));

    private final Notation notation;

    AmountShape(Notation notation) {
        this.notation = notation;
    }

    /** @param earliest index that the sign or the currency before the digits may begin at */
    Optional<Found> at(String text, int earliest, int digit) {
        var fraction = Digits.match(MIXED_FRACTION, text, digit);
        if (fraction.isPresent()) {
            int end = fraction.get().end();
            return Optional.of(Found.of(
                    digit, end, SpanKind.NUMBER, new NumberValue.Digits(Digits.uniform(text.substring(digit, end)))));
        }
        return Digits.match(NUMBER, text, digit).map(number -> withSigns(text, earliest, digit, number.end()));
    }

    private Found withSigns(String text, int earliest, int digit, int end) {
        var prefix = mayHavePrefix(text, earliest, digit)
                ? Digits.matchBefore(PREFIX, text, Math.max(earliest, digit - LONGEST_PREFIX), digit)
                : Optional.<Matcher>empty();
        int start = digit;
        boolean negative = false;
        String currency = null;
        var digits = text.substring(digit, end);
        if (prefix.isPresent()) {
            var before = prefix.get();
            start = before.start();
            currency = before.group(2);
            negative = isMinus(before.group(1)) || isMinus(before.group(3)) || isMinus(before.group(4));
            digits = before.group().equals(".") ? "." + digits : digits;
        }
        var tail = Digits.match(TAIL, text, end);
        boolean counts = true;
        var number = worth(digits);
        if (tail.isPresent()) {
            var behind = tail.get();
            end = behind.end();
            currency = behind.group(4) == null ? currency : behind.group(4);
            counts = behind.group(2) == null && behind.group(3) == null;
            number = behind.group(1) == null ? number : number.scaleByPowerOfTen(exponent(behind.group(1)));
        }
        boolean isPrice = currency != null;
        var value = counts
                ? new Amount(negative ? number.negate() : number, isPrice ? Currencies.code(currency) : "")
                : new NumberValue.Digits(Digits.uniform(text.substring(start, end)));
        return Found.of(start, end, isPrice ? SpanKind.PRICE : SpanKind.NUMBER, value);
    }

    /** Whether a sign, a currency or a dot may stand before the digits. Most often there is a space behind a word in small letters. */
    private static boolean mayHavePrefix(String text, int earliest, int digit) {
        int last = digit - 1;
        if (last > earliest && Character.isSpaceChar(text.charAt(last))) {
            last--;
        }
        return last >= earliest
                && !Character.isLowerCase(text.charAt(last))
                && !Character.isSpaceChar(text.charAt(last))
                && !Digits.isAt(text, last);
    }

    /** The number that makes up all of a text, without any sign. */
    Optional<Amount> whole(String text) {
        return Digits.match(NUMBER, text, 0)
                .filter(number -> number.end() == text.length())
                .map(number -> new Amount(worth(text), ""));
    }

    private BigDecimal worth(String number) {
        int mark = number.length() - 1;
        while (mark >= 0 && Digits.isAt(number, mark)) {
            mark--;
        }
        boolean hasDecimals = mark == 0 || mark > 0 && notation.isDecimal(number, mark);
        var plain = new StringBuilder();
        for (int i = 0; i < number.length(); i++) {
            if (Digits.isAt(number, i)) {
                plain.append(Character.digit(number.charAt(i), 10));
            } else if (i == mark && hasDecimals) {
                plain.append('.');
            }
        }
        return new BigDecimal(plain.toString());
    }

    private static boolean isMinus(String sign) {
        return sign != null && !sign.equals("+");
    }

    private static int exponent(String written) {
        boolean hasSign = !Digits.isAt(written, 1);
        int exponent = Digits.toInt(written.substring(hasSign ? 2 : 1));
        return hasSign && written.charAt(1) != '+' ? -exponent : exponent;
    }
}
