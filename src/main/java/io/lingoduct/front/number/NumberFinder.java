package io.lingoduct.front.number;

import io.lingoduct.front.span.Span;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/** Finds numbers, prices, dates and times in texts of one language, in time linear in the text. Safe to use from many threads. */
public final class NumberFinder {

    private static final int LARGEST_PLAIN = 12;

    private final NumberShapes shapes;

    /** @param language BCP 47 tag */
    public NumberFinder(String language) {
        this.shapes = new NumberShapes(language);
    }

    /** Whether a number is so small, and written so plainly, that a sentence's grammar may depend on it. */
    public static boolean isPlainSmall(String number) {
        return number.length() <= 2
                && number.chars().allMatch(c -> c >= '0' && c <= '9')
                && Integer.parseInt(number) <= LARGEST_PLAIN;
    }

    /** The numbers of a text, disjoint and in their order; a date or a price is one. */
    public List<Span> find(String text) {
        if (text.chars().noneMatch(Character::isDigit)) {
            return List.of();
        }
        var spans = new ArrayList<Span>();
        var taken = new BitSet();
        for (var shape : shapes.all()) {
            var matcher = shape.pattern().matcher(text);
            while (matcher.find()) {
                int next = taken.nextSetBit(matcher.start());
                if (next < 0 || next >= matcher.end()) {
                    taken.set(matcher.start(), matcher.end());
                    spans.add(new Span(matcher.start(), matcher.end(), shape.kind()));
                }
            }
        }
        spans.sort(Comparator.comparingInt(Span::start));
        return List.copyOf(spans);
    }
}
