package io.lingoduct.front.span;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * Finds what must come through a translation as it is: addresses, placeholders of programs, code, paths, keys, product codes, handles and
 * what a route's own patterns match. Numbers and emoji are found elsewhere. Takes time linear in the text. Safe to use from many threads.
 */
public final class SpanFinder {

    private final KeepPatterns keep;

    public SpanFinder(KeepPatterns keep) {
        this.keep = keep;
    }

    /** The spans of a text, disjoint and in their order. */
    public List<Span> find(String text) {
        var spans = new ArrayList<Span>();
        var taken = new BitSet();
        for (var span : keep.matches(text)) {
            add(span, taken, spans);
        }
        for (var rule : SpanRule.ALL) {
            if (rule.mayBeIn(text)) {
                var matcher = rule.pattern().matcher(text);
                while (matcher.find()) {
                    if (matcher.end() > matcher.start()) {
                        add(new Span(matcher.start(), matcher.end(), rule.kind()), taken, spans);
                    }
                }
            }
        }
        if (spans.size() > 1) {
            spans.sort(Comparator.comparingInt(Span::start));
        }
        return List.copyOf(spans);
    }

    private static void add(Span span, BitSet taken, List<Span> spans) {
        int next = taken.nextSetBit(span.start());
        if (next < 0 || next >= span.end()) {
            taken.set(span.start(), span.end());
            spans.add(span);
        }
    }
}
