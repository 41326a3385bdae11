package io.lingoduct.front.number;

import io.lingoduct.front.number.NumberValue.Amount;
import io.lingoduct.front.number.NumberValue.Clock;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Tells whether a translation has the values of its source, each as often, in any order: as the source wrote them, as the target's
 * language writes them, or, where they are small or round, in words. Takes time linear in both texts. Safe to use from many threads.
 */
public final class NumberCheck {

    private final NumberReader sourceReader;
    private final NumberReader targetReader;
    private final NumberWords sourceWords;
    private final NumberWords targetWords;

    /** @param source BCP 47 tag, as is the target */
    public NumberCheck(String source, String target) {
        var from = Notation.of(source);
        var to = Notation.of(target);
        this.sourceReader = new NumberReader(from, to.locale());
        this.targetReader = new NumberReader(to, from.locale());
        this.sourceWords = new NumberWords(from.locale());
        this.targetWords = new NumberWords(to.locale());
    }

    /**
     * What is not the same on both sides.
     *
     * @param lost values that only the source has, as it wrote them
     * @param added values that only the target has, as it wrote them
     */
    public record Difference(List<String> lost, List<String> added) {

        private static final Difference NONE = new Difference(List.of(), List.of());

        public boolean isNone() {
            return lost.isEmpty() && added.isEmpty();
        }
    }

    /** Whether no number of the source is missing in the target, and the target has none that the source has not. */
    public boolean isKept(String source, String target) {
        return difference(source, target).isNone();
    }

    /** The values that got lost on the way, and those that came from nowhere. */
    public Difference difference(String source, String target) {
        if (Digits.next(source, 0) < 0 && Digits.next(target, 0) < 0) {
            return Difference.NONE;
        }
        var lost = items(source, sourceReader.read(source));
        var added = items(target, targetReader.read(target));
        match(lost, added, Item::value, (a, b) -> true);
        match(lost, added, Item::written, (a, b) -> true);
        match(lost, added, Item::loose, Item::mayBe);
        remove(lost, target, targetWords);
        remove(added, source, sourceWords);
        return new Difference(
                lost.stream().map(Item::written).toList(),
                added.stream().map(Item::written).toList());
    }

    private record Item(NumberValue value, String written) {

        /** A full hour may be said without its minutes, and a price with its currency in words. */
        Object loose() {
            if (value instanceof Clock clock && clock.isFullHour()) {
                return Amount.of(clock.hour());
            }
            return value instanceof Amount amount ? amount.bare() : value;
        }

        static boolean mayBe(Item a, Item b) {
            return !(a.value instanceof Amount first && b.value instanceof Amount second)
                    || first.currency().isEmpty()
                    || second.currency().isEmpty();
        }
    }

    private interface Agreement {
        boolean test(Item a, Item b);
    }

    private static List<Item> items(String text, List<Found> founds) {
        var items = new ArrayList<Item>();
        for (var found : founds) {
            var written = Digits.uniform(text.substring(found.start(), found.end()));
            found.values().forEach(value -> items.add(new Item(value, written)));
        }
        return items;
    }

    /** Takes away from both what has the same key. */
    private static void match(List<Item> lost, List<Item> added, Function<Item, Object> key, Agreement agreement) {
        if (lost.isEmpty() || added.isEmpty()) {
            return;
        }
        Map<Object, Deque<Item>> byKey = new LinkedHashMap<>();
        for (var item : added) {
            byKey.computeIfAbsent(key.apply(item), any -> new ArrayDeque<>()).add(item);
        }
        lost.removeIf(item -> {
            var same = byKey.get(key.apply(item));
            if (same == null || same.isEmpty() || !agreement.test(item, same.peek())) {
                return false;
            }
            same.remove();
            return true;
        });
        added.clear();
        byKey.values().forEach(added::addAll);
    }

    /** Takes away what the other text says in words. */
    private static void remove(List<Item> items, String other, NumberWords words) {
        if (items.isEmpty()) {
            return;
        }
        var said = words.in(other);
        items.removeIf(item -> item.value() instanceof Amount amount
                ? isInt(amount.number()) && take(said, amount.number().intValue())
                : item.value() instanceof Clock clock && isSaid(clock, said, other, words));
    }

    private static boolean isSaid(Clock clock, Map<Integer, Integer> said, String text, NumberWords words) {
        if (clock.isFullHour()) {
            return takeHour(said, clock.hour());
        }
        int half = clock.minute() == 30 ? words.halfHour(text, clock.hour()) : -1;
        return half >= 0 && takeHour(said, half)
                || said.getOrDefault(clock.minute(), 0) > 0
                        && takeHour(said, clock.hour())
                        && take(said, clock.minute());
    }

    private static boolean takeHour(Map<Integer, Integer> said, int hour) {
        int ofHalfDay = hour % 12 == 0 ? 12 : hour % 12;
        return take(said, hour) || take(said, ofHalfDay);
    }

    private static boolean isInt(BigDecimal number) {
        return number.signum() >= 0 && number.scale() <= 0 && number.precision() - number.scale() < 10;
    }

    private static boolean take(Map<Integer, Integer> said, int number) {
        int times = said.getOrDefault(number, 0);
        if (times > 0) {
            said.put(number, times - 1);
        }
        return times > 0;
    }
}
