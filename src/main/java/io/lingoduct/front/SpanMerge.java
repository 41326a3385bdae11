package io.lingoduct.front;

import io.lingoduct.front.number.NumberFinder;
import io.lingoduct.front.span.KeepPatterns;
import io.lingoduct.front.span.Span;
import io.lingoduct.front.span.SpanFinder;
import io.lingoduct.front.span.SpanKind;
import io.lingoduct.model.PlaceholderForm;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * All spans of a passage that are masked, whoever finds them: the markup's own first, then what a route keeps and what looks like no word,
 * then numbers. Of those that overlap, the earlier in this order stays.
 */
final class SpanMerge {

    private final NumberFinder numbers;
    private final SpanFinder usual = new SpanFinder(KeepPatterns.NONE);
    private final Map<KeepPatterns, SpanFinder> finders = new ConcurrentHashMap<>();

    SpanMerge(String sourceLanguage) {
        this.numbers = new NumberFinder(sourceLanguage);
    }

    List<Span> in(String passage, List<Span> ofMarkup, KeepPatterns keep) {
        var finder = keep.equals(KeepPatterns.NONE) ? usual : finders.computeIfAbsent(keep, SpanFinder::new);
        var spans = merged(ofMarkup, finder.find(passage));
        if (hasDigit(passage)) {
            spans = merged(
                    spans,
                    numbers.find(passage).stream()
                            .filter(number -> !NumberFinder.isPlainSmall(number.of(passage)))
                            .toList());
        }
        return hasOwnCharacters(passage) ? merged(spans, ownCharacters(passage)) : spans;
    }

    private static boolean hasDigit(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isDigit(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** The first ones, and those of the others that overlap none of them; each list disjoint and in its order. */
    private static List<Span> merged(List<Span> first, List<Span> others) {
        if (first.isEmpty() || others.isEmpty()) {
            return first.isEmpty() ? others : first;
        }
        var merged = new ArrayList<>(first);
        int next = 0;
        for (var span : others) {
            while (next < first.size() && first.get(next).end() <= span.start()) {
                next++;
            }
            if (next == first.size() || first.get(next).start() >= span.end()) {
                merged.add(span);
            }
        }
        merged.sort(Comparator.comparingInt(Span::start));
        return merged;
    }

    private static boolean hasOwnCharacters(String text) {
        return text.chars().anyMatch(SpanMerge::isOwn);
    }

    /** Characters that have a meaning of their own to us: a text that has one wants it back like any other. */
    private static List<Span> ownCharacters(String text) {
        var spans = new ArrayList<Span>();
        for (int i = 0; i < text.length(); i++) {
            if (isOwn(text.charAt(i))) {
                spans.add(new Span(i, i + 1, SpanKind.SYMBOL));
            }
        }
        return spans;
    }

    private static boolean isOwn(int character) {
        return character == Mask.CHARACTER || PlaceholderForm.isReserved(character);
    }
}
