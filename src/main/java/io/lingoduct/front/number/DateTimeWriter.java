package io.lingoduct.front.number;

import com.ibm.icu.text.DateTimePatternGenerator;
import com.ibm.icu.text.SimpleDateFormat;
import com.ibm.icu.util.GregorianCalendar;
import com.ibm.icu.util.TimeZone;
import io.lingoduct.front.number.NumberValue.Clock;
import io.lingoduct.front.number.NumberValue.Day;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Writes dates and times in another language: with a name of the month if the source has one, and in figures if not. */
final class DateTimeWriter {

    private static final Pattern HALF = Pattern.compile("(?i)[ap][. ]{0,2}m");
    private static final Pattern SECONDS = Pattern.compile("\\p{Nd}:\\p{Nd}+:");
    private static final Pattern SHORT_YEAR = Pattern.compile("\\P{Nd}\\p{Nd}{2}");

    private static final Pattern YEAR_FIRST = Pattern.compile("\\p{Nd}{4}");

    /** Any leap year: a day without a year may be the 29th of February. */
    private static final int SOME_YEAR = 2024;

    private final Notation source;
    private final Notation target;
    private final DateShape sourceDates;

    DateTimeWriter(Notation source, Notation target) {
        this.source = source;
        this.target = target;
        this.sourceDates = new DateShape(source, List.of());
    }

    Optional<String> write(String written, Day day) {
        if (written.indexOf('T') >= 0 && Digits.isAt(written, 0) && written.indexOf(':') >= 0) {
            return Optional.empty();
        }
        var month = sourceDates.monthIn(written);
        var skeleton = new StringBuilder();
        if (day.year() > 0) {
            skeleton.append(month.isEmpty() && hasShortYear(written) ? "yy" : "y");
        }
        skeleton.append(month.isEmpty() ? "M" : sourceDates.isAbbreviation(month.get()) ? "MMM" : "MMMM");
        var calendar = calendar();
        calendar.set(day.year() > 0 ? day.year() : SOME_YEAR, day.month() - 1, day.dayOfMonth(), 0, 0, 0);
        return Optional.of(formatted(skeleton.append('d').toString(), calendar));
    }

    Optional<String> write(String written, Clock clock) {
        boolean saysHalf = HALF.matcher(written).find();
        boolean isUnclear = source.hasTwelveHours() && !saysHalf && clock.hour() <= 12;
        if (isUnclear || SECONDS.matcher(written).find() || clock.hour() > 23) {
            // It may be the morning or the evening, or no time of the day but how long something takes.
            return Optional.empty();
        }
        var calendar = calendar();
        calendar.set(SOME_YEAR, 0, 1, clock.hour(), clock.minute(), 0);
        boolean saysMinutes = written.indexOf(':') >= 0 || clock.minute() > 0;
        // The word behind a German time says that it has 24 hours.
        var hour = source.language().equals("de") ? "H" : "j";
        return Optional.of(formatted(saysMinutes ? hour + "mm" : hour, calendar).replace('\u202F', ' '));
    }

    private static boolean hasShortYear(String date) {
        int end = date.length();
        return !YEAR_FIRST.matcher(date).lookingAt()
                && SHORT_YEAR.matcher(date.substring(Math.max(0, end - 3))).matches();
    }

    private static GregorianCalendar calendar() {
        var calendar = new GregorianCalendar(TimeZone.GMT_ZONE);
        calendar.setGregorianChange(new Date(Long.MIN_VALUE));
        calendar.clear();
        return calendar;
    }

    private String formatted(String skeleton, GregorianCalendar calendar) {
        var pattern = DateTimePatternGenerator.getInstance(target.locale()).getBestPattern(skeleton);
        var format = new SimpleDateFormat(pattern, target.locale());
        format.setCalendar(calendar);
        return format.format(calendar.getTime());
    }
}
