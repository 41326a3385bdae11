package io.lingoduct.front.number;

import io.lingoduct.front.span.Span;
import java.util.ArrayList;
import java.util.List;

/** Finds numbers, prices, dates and times in texts of one language, in time linear in the text. Safe to use from many threads. */
public final class NumberFinder {

    private static final int LARGEST_PLAIN = 12;
    private static final int LONGEST_WORD = 24;

    private final NumberReader reader;

    /** @param language BCP 47 tag */
    public NumberFinder(String language) {
        this.reader = new NumberReader(Notation.of(language));
    }

    /** Whether a number is so small, and written so plainly, that a sentence's grammar may depend on it. */
    public static boolean isPlainSmall(String number) {
        return !number.isEmpty()
                && number.length() <= 2
                && number.chars().allMatch(c -> c >= '0' && c <= '9')
                && Integer.parseInt(number) <= LARGEST_PLAIN;
    }

    /**
     * The numbers of a text, disjoint and in their order; a date, a range or a price is one. A unit does not belong to its number, a sign
     * of percent or of a currency does. Digits in words, as in 2nd, 1990s and MP3, are left out.
     */
    public List<Span> find(String text) {
        return reader.read(text).stream()
                .filter(found -> !found.isPartOfWord())
                .map(found -> new Span(found.start(), found.end(), found.kind()))
                .toList();
    }

    /** The same with the words that digits stand in, so that nothing outside has a digit. */
    public List<Span> findWithWords(String text) {
        var all = reader.read(text);
        var spans = new ArrayList<Span>(all.size());
        int earliest = 0;
        for (int i = 0; i < all.size(); i++) {
            var found = all.get(i);
            int latest = i + 1 < all.size() ? all.get(i + 1).start() : text.length();
            var span = found.isPartOfWord()
                    ? withLetters(text, found, earliest, latest)
                    : new Span(found.start(), found.end(), found.kind());
            spans.add(span);
            earliest = span.end();
        }
        return List.copyOf(spans);
    }

    private static Span withLetters(String text, Found found, int earliest, int latest) {
        int start = found.start();
        int first = Math.max(earliest, start - LONGEST_WORD);
        while (start > first && Character.isLetter(text.charAt(start - 1))) {
            start--;
        }
        int end = found.end();
        int last = Math.min(latest, end + LONGEST_WORD);
        while (end < last && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return new Span(start, end, found.kind());
    }
}
