package io.lingoduct.front.number;

import com.ibm.icu.text.DateTimePatternGenerator;
import com.ibm.icu.text.DecimalFormatSymbols;
import com.ibm.icu.util.ULocale;

/**
 * How a language writes numbers, dates and times, by Unicode's CLDR.
 *
 * @param decimal sign between a number and its decimals
 * @param grouping sign between thousands
 * @param isMonthFirst whether 3/5 is a day in March
 * @param hasDotsInDates whether days are written as 5.3.2024
 * @param hasTwelveHours whether the clock ends at twelve
 */
record Notation(
        ULocale locale,
        char decimal,
        char grouping,
        boolean isMonthFirst,
        boolean hasDotsInDates,
        boolean hasTwelveHours) {

    /** @param language BCP 47 tag */
    static Notation of(String language) {
        var locale = ULocale.forLanguageTag(language);
        var symbols = DecimalFormatSymbols.getInstance(locale);
        var patterns = DateTimePatternGenerator.getInstance(locale);
        var date = patterns.getBestPattern("yMd");
        return new Notation(
                locale,
                symbols.getDecimalSeparator(),
                symbols.getGroupingSeparator(),
                date.indexOf('M') < date.indexOf('d') && !date.startsWith("y"),
                date.indexOf('.') >= 0,
                patterns.getBestPattern("jm").indexOf('h') >= 0);
    }

    String language() {
        return locale.getLanguage();
    }

    /** Whether a mark between two digits has the decimals behind it; the mark is the last one of the number. */
    boolean isDecimal(String number, int mark) {
        char sign = number.charAt(mark);
        if (sign != '.' && sign != ',') {
            return sign == '\u066B';
        }
        int first = 0;
        while (Digits.isAt(number, first)) {
            first++;
        }
        return first == mark ? sign == decimal || !mayBeThousands(number, mark) : number.charAt(first) != sign;
    }

    /** Whether the only mark of a number may stand between thousands. */
    static boolean mayBeThousands(String number, int mark) {
        return mark >= 1 && mark <= 3 && number.length() - mark == 4 && Character.digit(number.charAt(0), 10) != 0;
    }
}
