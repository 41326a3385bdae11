package io.lingoduct.front.number;

import static io.lingoduct.front.number.Digits.DIGIT;
import static io.lingoduct.front.number.Digits.SPACE;

import io.lingoduct.front.number.NumberValue.Clock;
import io.lingoduct.front.span.SpanKind;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times of the day. */
final class TimeShape {

    private static final String HALF = SPACE + "?(?i:([ap])(?:m|\\. ?m" + Ends.DOT + "?))(?![\\p{L}\\p{N}])";

    /** In most languages "am" is another word. */
    private static final String HALF_BUT_AM = "(?!" + SPACE + "am)" + HALF;

    private static final String MINUTES = ":(#{2})(?::(#{2})(?:[.,]#{1,9})?)?";

    private final Pattern clock;
    private final Pattern fullHour;
    private final Pattern hours;
    private final Optional<Pattern> dots;

    TimeShape(Notation notation) {
        boolean english = notation.language().equals("en");
        var half = english ? HALF : HALF_BUT_AM;
        this.clock = compile("(#{1,2})" + MINUTES + "(?:" + half + ")?");
        this.fullHour = compile("(#{1,2})()()" + half);
        this.hours = compile(
                notation.language().equals("fr")
                        ? "(#{1,2})_?h(?:_?(#{2}))?()(?![\\p{L}\\p{N}])"
                        : "(#{1,2})h(#{2})()(?![\\p{L}\\p{N}])");
        this.dots = notation.language().equals("de")
                ? Optional.of(compile("(#{1,2})\\.(#{2})()(?=_?(?:Uhr|h)(?!\\p{L}))"))
                : Optional.empty();
    }

    private static Pattern compile(String expression) {
        return Pattern.compile(expression.replace("_", SPACE).replace("#", DIGIT));
    }

    Optional<Found> at(String text, int digit) {
        return Digits.match(clock, text, digit)
                .or(() -> Digits.match(fullHour, text, digit))
                .or(() -> Digits.match(hours, text, digit))
                .or(() -> dots.flatMap(pattern -> Digits.match(pattern, text, digit)))
                .flatMap(TimeShape::found);
    }

    private static Optional<Found> found(Matcher match) {
        var half = match.groupCount() > 3 ? match.group(4) : null;
        int hour = Digits.toInt(match.group(1));
        if (half != null) {
            if (hour < 1 || hour > 12) {
                return Optional.empty();
            }
            hour = hour % 12 + (half.equalsIgnoreCase("p") ? 12 : 0);
        }
        return clock(hour, zeroIfEmpty(match.group(2)), zeroIfEmpty(match.group(3)))
                .map(clock -> Found.of(match.start(), match.end(), SpanKind.TIME, clock));
    }

    private static String zeroIfEmpty(String digits) {
        return digits == null || digits.isEmpty() ? "0" : digits;
    }

    static Optional<Clock> clock(int hour, String minute, String second) {
        int minutes = Digits.toInt(minute);
        int seconds = Digits.toInt(second);
        int all = 3600 * hour + 60 * minutes + seconds;
        return minutes < 60 && seconds < 60 && all <= 86_400 ? Optional.of(new Clock(all)) : Optional.empty();
    }
}
