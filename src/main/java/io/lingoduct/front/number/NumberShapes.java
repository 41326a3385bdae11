package io.lingoduct.front.number;

import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.util.ULocale;
import io.lingoduct.front.span.SpanKind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How numbers, prices, dates and times are written in texts of one language, the longer shapes first. */
final class NumberShapes {

    record Shape(SpanKind kind, Pattern pattern) {}

    /** Digits with what stands between them: signs for thousands and decimals. */
    static final String NUMBER =
            "\\d{1,3}(?:([,.'\u2019 \u00A0\u202F])\\d{3})(?:\\1\\d{3}){0,6}(?:[.,]\\d{1,12})?(?![.,]?\\d)|\\d{1,30}(?:[.,]\\d{1,12})?";

    private static final String START = "(?<![\\p{L}\\p{N}_]|\\d[.,:/-])";
    private static final String END = "(?![\\p{N}_])";
    private static final String SIGN = "[$\u20AC\u00A3\u00A5\u20B9]";
    private static final String CODE = "(?:EUR|USD|GBP|CHF|JPY|CAD|AUD|SEK|NOK|DKK|PLN|CZK|CNY|INR)";
    private static final String CLOCK = "(?:[01]?\\d|2[0-4])[:.][0-5]\\d(?::[0-5]\\d)?";
    private static final String HALF_OF_DAY = "[\u00A0\u202F ]?(?:[aApP]\\.?[mM]\\b\\.?)";

    private final List<Shape> shapes = new ArrayList<>();

    NumberShapes(String language) {
        var months = months(language);
        var number = "(?:" + NUMBER.replace("\\1", "[,.'\u2019 \u00A0\u202F]").replace("([,.'", "(?:[,.'") + ")";
        add(
                SpanKind.DATE,
                START
                        + "\\d{4}-\\d{2}-\\d{2}(?:[T ]\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?(?:Z|[+-]\\d{2}:?\\d{2})?)?"
                        + END);
        add(
                SpanKind.DATE,
                START
                        + "(?:\\d{1,2}/\\d{1,2}/\\d{2,4}|\\d{4}/\\d{1,2}/\\d{1,2}|\\d{1,2}\\.[ \u00A0]?\\d{1,2}\\.[ \u00A0]?\\d{2,4})"
                        + END);
        add(
                SpanKind.DATE,
                "(?<![\\p{L}\\p{N}])(?:" + months
                        + ")\\.?[ \u00A0]\\d{1,2}(?:st|nd|rd|th)?(?:,?[ \u00A0]\\d{4})?(?![\\p{N}:.,]?\\d)" + END);
        add(
                SpanKind.DATE,
                START + "\\d{1,2}(?:\\.|st|nd|rd|th|er)?[ \u00A0](?:of )?(?:" + months
                        + ")(?!\\p{L})\\.?(?:,?[ \u00A0]\\d{4})?" + END);
        add(
                SpanKind.TIME,
                START + "(?:" + CLOCK + "(?:" + HALF_OF_DAY + ")?|\\d{1,2}" + HALF_OF_DAY
                        + "|(?:[01]?\\d|2[0-4])h[0-5]\\d)(?!\\.?\\d)" + END);
        add(
                SpanKind.PRICE,
                "(?<![\\p{L}\\p{N}])(?:" + SIGN + "[ \u00A0]?|" + CODE + "[ \u00A0])" + "[-\u2212]?" + number + END);
        add(SpanKind.PRICE, START + number + "[ \u00A0\u202F]?(?:" + SIGN + "|" + CODE + "(?!\\p{L}))");
        add(
                SpanKind.NUMBER,
                START + "(?:(?<![\\p{L}\\p{N})])[-\u2212](?=\\d))?" + number + "(?:[eE][+-]?\\d{1,3})?" + END);
    }

    private void add(SpanKind kind, String expression) {
        shapes.add(new Shape(kind, Pattern.compile(expression)));
    }

    List<Shape> all() {
        return shapes;
    }

    /** Names of months in the language and in English, the longest first, as alternatives of a regular expression. */
    private static String months(String language) {
        var names = new LinkedHashSet<String>();
        for (var locale : List.of(ULocale.forLanguageTag(language), ULocale.ENGLISH)) {
            var symbols = new DateFormatSymbols(locale);
            for (int width : new int[] {DateFormatSymbols.WIDE, DateFormatSymbols.ABBREVIATED}) {
                for (var name : symbols.getMonths(DateFormatSymbols.FORMAT, width)) {
                    names.add(name.replaceAll("\\.$", ""));
                }
            }
        }
        names.removeIf(
                name -> name.length() < 3 || name.toLowerCase(Locale.ROOT).equals(name) && name.length() < 4);
        return names.stream()
                .sorted((a, b) -> b.length() - a.length())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
    }
}
