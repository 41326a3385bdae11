package io.lingoduct.front.number;

import static io.lingoduct.front.number.Digits.DIGIT;
import static io.lingoduct.front.number.Digits.SPACE;

import com.ibm.icu.util.ULocale;
import io.lingoduct.front.number.NumberValue.Day;
import io.lingoduct.front.span.SpanKind;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates in figures and with names of months. */
final class DateShape {

    /** Of years of two digits those below are in this century. */
    private static final int PIVOT = 70;

    private static final int LONGEST_MONTH = 20;

    private static final Pattern YEAR_FIRST = compile("(#{4})([-/.])(#{1,2})\\2(#{1,2})"
            + "(?:[T ](#{2}):(#{2})(?::(#{2})(?:[.,]#{1,9})?)?(?:Z|[+\u2212-]#{2}:?#{2})?)?");
    private static final Pattern FIGURES = compile("(#{1,2})(?:([/-])(#{1,2})\\2|\\. ?(#{1,2})\\. ?)(#{4}|#{2})");

    /** In German a day and a month without a year: only behind such words, as a dot at its end is else one of the sentence. */
    private static final Pattern DAY_WITH_DOTS =
            compile("(?<=(?<!\\p{L})(?:am|vom|bis|zum|ab|seit|dem|den|der) )(#{1,2})\\.(#{1,2})\\.");

    private final Notation notation;
    private final MonthNames months;
    private final Pattern dayBeforeMonth;
    private final Pattern monthBefore;
    private final Pattern dayBehindMonth = compile("(#{1,2})(?:st|nd|rd|th)?(?![\\p{L}\\p{N}])(?:,?_(#{4})(?!#))?");

    /** @param languages whose names of months are known besides the notation's own and the English ones */
    DateShape(Notation notation, List<ULocale> languages) {
        this.notation = notation;
        var all = new ArrayList<ULocale>();
        all.add(notation.locale());
        all.addAll(languages);
        all.add(ULocale.ENGLISH);
        this.months = new MonthNames(all);
        var first = new MonthNames(List.of(ULocale.ENGLISH));
        if (!notation.language().equals("en")) {
            // "im April 5" is a month and something counted.
            first.remove(new MonthNames(List.of(notation.locale())));
        }
        this.monthBefore = compile("(?<![\\p{L}\\p{N}_])(" + first.expression() + ")_");
        this.dayBeforeMonth = compile("(#{1,2})(?:\\.|st|nd|rd|th|er|re|\u00BA)?_(?:of_|de_)?(" + months.expression()
                + ")(?!\\p{L})(?:(?:,?_|_del?_)(#{4})(?!#))?");
    }

    private static Pattern compile(String expression) {
        return Pattern.compile(expression
                .replace("\\p{N}_]", "\\p{N}\u0000]")
                .replace("_", SPACE)
                .replace('\u0000', '_')
                .replace("#", DIGIT));
    }

    /** @param earliest index that the name of the month before the digits may begin at */
    Optional<Found> at(String text, int earliest, int digit) {
        var month = monthBefore(text, earliest, digit);
        if (month.isPresent()) {
            var found = Digits.match(dayBehindMonth, text, digit)
                    .flatMap(day -> found(
                            month.get().start(),
                            day.end(),
                            year(day.group(2)),
                            months.number(month.get().group(1)),
                            day.group(1)));
            if (found.isPresent()) {
                return found;
            }
        }
        return Digits.match(YEAR_FIRST, text, digit)
                .flatMap(DateShape::yearFirst)
                .or(() -> Digits.match(FIGURES, text, digit).flatMap(this::figures))
                .or(() -> Digits.match(dayBeforeMonth, text, digit)
                        .flatMap(match -> found(
                                digit,
                                match.end(),
                                year(match.group(3)),
                                months.number(match.group(2)),
                                match.group(1))))
                .or(() -> notation.language().equals("de")
                        ? Digits.match(DAY_WITH_DOTS, text, digit)
                                .flatMap(match ->
                                        found(digit, match.end(), 0, Digits.toInt(match.group(2)), match.group(1)))
                        : Optional.empty());
    }

    /** The word before some digits, if it is a month's name. */
    private Optional<Matcher> monthBefore(String text, int earliest, int digit) {
        int start = digit - 1;
        if (start < earliest || !Character.isSpaceChar(text.charAt(start))) {
            return Optional.empty();
        }
        if (start > earliest && text.charAt(start - 1) == '.') {
            start--;
        }
        int first = Math.max(earliest, start - LONGEST_MONTH);
        while (start > first && Character.isLetter(text.charAt(start - 1))) {
            start--;
        }
        return Character.isLetter(text.charAt(start))
                ? Digits.match(monthBefore, text, start).filter(month -> month.end() == digit)
                : Optional.empty();
    }

    private static Optional<Found> yearFirst(Matcher match) {
        var day = day(Digits.toInt(match.group(1)), Digits.toInt(match.group(3)), Digits.toInt(match.group(4)));
        if (day.isEmpty() || match.group(5) == null) {
            return day.map(value -> Found.of(match.start(), match.end(), SpanKind.DATE, value));
        }
        var second = match.group(7) == null ? "0" : match.group(7);
        return TimeShape.clock(Digits.toInt(match.group(5)), match.group(6), second)
                .map(clock -> new Found(match.start(), match.end(), SpanKind.DATE, false, List.of(day.get(), clock)));
    }

    private Optional<Found> figures(Matcher match) {
        boolean dots = match.group(2) == null;
        int first = Digits.toInt(match.group(1));
        int second = Digits.toInt(dots ? match.group(4) : match.group(3));
        if (dots && !notation.hasDotsInDates() && match.group(5).length() == 2) {
            return Optional.empty(); // more often a version or a number of a chapter
        }
        int year = year(match.group(5));
        boolean monthFirst = !dots && notation.isMonthFirst();
        return day(year, monthFirst ? first : second, monthFirst ? second : first)
                .or(() -> day(year, monthFirst ? second : first, monthFirst ? first : second))
                .map(day -> Found.of(match.start(), match.end(), SpanKind.DATE, day));
    }

    private static Optional<Found> found(int start, int end, int year, int month, String day) {
        return day(year, month, Digits.toInt(day)).map(value -> Found.of(start, end, SpanKind.DATE, value));
    }

    private static int year(String written) {
        if (written == null) {
            return 0;
        }
        int year = Digits.toInt(written);
        return written.length() > 2 ? year : year < PIVOT ? 2000 + year : 1900 + year;
    }

    private static Optional<Day> day(int year, int month, int day) {
        if (month < 1 || month > 12 || day < 1) {
            return Optional.empty();
        }
        int last = year == 0
                ? Month.of(month).maxLength()
                : YearMonth.of(year, month).lengthOfMonth();
        return day <= last ? Optional.of(new Day(year, month, day)) : Optional.empty();
    }

    /** The name of a month at the start of a text or behind its first digits, if there is one. */
    Optional<String> monthIn(String date) {
        var match = dayBeforeMonth.matcher(date);
        if (match.lookingAt()) {
            return Optional.of(match.group(2));
        }
        int digit = Math.max(0, Digits.next(date, 0));
        return monthBefore(date, 0, digit).map(month -> month.group(1));
    }

    boolean isAbbreviation(String month) {
        return months.isAbbreviation(month);
    }
}
