package io.lingoduct.front.number;

import io.lingoduct.front.number.NumberValue.Amount;
import io.lingoduct.front.number.NumberValue.Clock;
import io.lingoduct.front.number.NumberValue.Day;
import io.lingoduct.front.span.SpanKind;
import java.util.List;
import java.util.Optional;

/**
 * Writes the numbers, prices, dates and times of one language as another one writes them, by Unicode's CLDR. What it writes is read
 * again, and must be worth the same. Safe to use from many threads.
 */
public final class NumberLocalizer {

    private final NumberReader sourceReader;
    private final NumberReader targetReader;
    private final AmountWriter amounts;
    private final DateTimeWriter datesAndTimes;
    private final boolean isGerman;

    /** @param source BCP 47 tag, as is the target */
    public NumberLocalizer(String source, String target) {
        var from = Notation.of(source);
        var to = Notation.of(target);
        this.isGerman = from.language().equals("de");
        this.sourceReader = new NumberReader(from);
        this.targetReader = new NumberReader(to);
        this.amounts = new AmountWriter(from, to);
        this.datesAndTimes = new DateTimeWriter(from, to);
    }

    /**
     * @param number as the source wrote it
     * @param kind as the source's finder said
     * @return empty if it cannot be told for sure what the number is worth; it is to be left as it is then
     */
    public Optional<String> localize(String number, SpanKind kind) {
        var read = sourceReader.read(number + behind(kind));
        if (read.size() != 1) {
            return Optional.empty();
        }
        var found = read.get(0);
        boolean isWhole = found.start() == 0 && found.end() == number.length() && !found.isPartOfWord();
        if (!isWhole || found.kind() != kind || found.values().size() != 1) {
            return Optional.empty();
        }
        var value = found.values().get(0);
        Optional<String> written = Optional.empty();
        if (value instanceof Amount amount) {
            written = amounts.write(number, amount);
        } else if (value instanceof Day day) {
            written = datesAndTimes.write(number, day);
        } else if (value instanceof Clock clock) {
            written = datesAndTimes.write(number, clock);
        }
        return written.filter(text -> isWorth(text, value));
    }

    /** What may stand behind a number: a dot at the end of a text would be that of a sentence, and 15.45 is a time before a word. */
    private String behind(SpanKind kind) {
        return kind == SpanKind.TIME && isGerman ? " Uhr" : " ;";
    }

    private boolean isWorth(String text, NumberValue value) {
        var read = targetReader.read(text);
        return read.size() == 1
                && (read.get(0).values().equals(List.of(value)) || value instanceof Clock clock && isHour(read, clock));
    }

    /** Whether only the hour is said, as in German before "Uhr". */
    private static boolean isHour(List<Found> read, Clock clock) {
        return clock.isFullHour() && read.get(0).values().equals(List.of(Amount.of(clock.hour())));
    }
}
