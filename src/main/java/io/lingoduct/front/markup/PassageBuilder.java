package io.lingoduct.front.markup;

import io.lingoduct.front.inline.InlineMark;
import io.lingoduct.front.inline.InlineMark.Kind;
import io.lingoduct.front.inline.MarkedText;
import io.lingoduct.front.markup.MarkupPiece.Passage;
import io.lingoduct.front.markup.MarkupPiece.Verbatim;
import io.lingoduct.front.span.Span;
import io.lingoduct.front.span.SpanKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects what a source holds, from its start to its end, and makes pieces of it. Marks at the edges of a passage, and pairs that
 * enclose all of it, are left outside: a translation cannot move them.
 */
final class PassageBuilder {

    /** What one passage may hold of marks and kept stretches; more than any sentence has, and few enough to be placed in no time. */
    private static final int MOST_MARKS = 500;

    private static final int LONGEST_KEPT = 1000;

    /** Something from a place on; it ends where the next begins. */
    private record Item(int from, int to, String spelled, Kind mark, int pair, SpanKind kept) {

        boolean isText() {
            return mark == null && kept == null;
        }
    }

    private final String source;
    private final Spelling.Escapes escapes;
    private final List<MarkupPiece> pieces = new ArrayList<>();
    private final List<Item> items = new ArrayList<>();
    private int written;
    private int at;
    private int marks;

    PassageBuilder(String source, Spelling.Escapes escapes) {
        this.source = source;
        this.escapes = escapes;
    }

    int at() {
        return at;
    }

    /** Text that stands for itself, up to a place. */
    void text(int to) {
        int from = at;
        int start = from;
        while (start < to && Character.isWhitespace(source.charAt(start))) {
            start++;
        }
        int end = to;
        while (end > start && Character.isWhitespace(source.charAt(end - 1))) {
            end--;
        }
        addText(from, start);
        addText(start, end);
        addText(end, to);
        at = to;
    }

    private void addText(int from, int to) {
        if (from < to) {
            items.add(new Item(from, to, null, null, -1, null));
        }
    }

    /** A character that is spelled by all up to a place. */
    void spelled(int codePoint, int to) {
        items.add(new Item(at, to, Character.toString(codePoint), null, -1, null));
        at = to;
    }

    /** @param pair number that the two marks of a pair share, in the whole source; -1 for a mark that stands alone */
    void mark(Kind kind, int pair, int to) {
        makeRoom();
        items.add(new Item(at, to, null, kind, pair, null));
        at = to;
    }

    /** A stretch that comes through as it is, as a word of the passage. */
    void keep(SpanKind kind, int to) {
        makeRoom();
        if (to - at > LONGEST_KEPT) {
            verbatim(to);
        } else {
            items.add(new Item(at, to, null, null, -1, kind));
            at = to;
        }
    }

    private void makeRoom() {
        if (++marks > MOST_MARKS) {
            flush();
            marks = 1;
        }
    }

    /** Ends the passage, and leaves alone what stands up to a place. */
    void verbatim(int to) {
        flush();
        at = to;
    }

    /** Ends the passage. */
    void flush() {
        int low = 0;
        int high = items.size();
        var partners = partners();
        boolean trimmed = true;
        while (trimmed) {
            int before = high - low;
            while (low < high && isOutside(low, low, high, partners)) {
                low++;
            }
            while (low < high && isOutside(high - 1, low, high, partners)) {
                high--;
            }
            if (low < high - 1 && partners[low] == high - 1) {
                low++;
                high--;
            } else if (low < high - 1 && partners[low] == low + 1) {
                low += 2;
            }
            trimmed = high - low < before;
        }
        if (hasLetter(low, high)) {
            add(items.subList(low, high));
        }
        items.clear();
        marks = 0;
    }

    private int[] partners() {
        var partners = new int[items.size()];
        var opened = new HashMap<Integer, Integer>();
        for (int i = 0; i < partners.length; i++) {
            var item = items.get(i);
            partners[i] = -1;
            if (item.mark() == Kind.OPEN) {
                opened.put(item.pair(), i);
            } else if (item.mark() == Kind.CLOSE && opened.containsKey(item.pair())) {
                partners[i] = opened.get(item.pair());
                partners[partners[i]] = i;
            }
        }
        return partners;
    }

    private boolean isOutside(int i, int low, int high, int[] partners) {
        var item = items.get(i);
        if (item.isText()) {
            return Character.isWhitespace(
                    item.spelled() == null
                            ? source.charAt(item.from())
                            : item.spelled().charAt(0));
        }
        return item.mark() == Kind.SINGLE || item.mark() != null && (partners[i] < low || partners[i] >= high);
    }

    private boolean hasLetter(int low, int high) {
        return items.subList(low, high).stream()
                .filter(Item::isText)
                .anyMatch(item -> textOf(item).codePoints().anyMatch(Character::isLetter));
    }

    private String textOf(Item item) {
        return item.spelled() == null ? source.substring(item.from(), item.to()) : item.spelled();
    }

    private void add(List<Item> inside) {
        var text = new StringBuilder();
        var inline = new ArrayList<InlineMark>();
        var kept = new ArrayList<Span>();
        var spelling = new Spelling.Builder(escapes);
        inside.stream().filter(item -> item.spelled() != null).forEach(item -> spelling.expect(item.spelled()));
        Map<Integer, Integer> numbers = new HashMap<>();
        for (var item : inside) {
            var raw = source.substring(item.from(), item.to());
            if (item.mark() != null) {
                boolean alone = item.mark() == Kind.SINGLE;
                int pair = alone ? -1 : numbers.computeIfAbsent(item.pair(), number -> numbers.size());
                inline.add(new InlineMark(text.length(), raw, item.mark(), pair));
            } else if (item.kept() != null) {
                kept.add(new Span(text.length(), text.length() + raw.length(), item.kept()));
                text.append(raw);
                spelling.keep(raw);
            } else {
                text.append(textOf(item));
                spelling.add(textOf(item), item.spelled() == null ? "" : raw);
            }
        }
        int from = inside.get(0).from();
        int to = inside.get(inside.size() - 1).to();
        leave(from);
        pieces.add(new Passage(
                new MarkedText(text.toString(), inline), kept, source.substring(from, to), spelling.result()));
        written = to;
    }

    private void leave(int to) {
        if (written < to) {
            pieces.add(new Verbatim(source.substring(written, to)));
            written = to;
        }
    }

    /** Adds what another reader has made of a stretch, and what stands before it. */
    void addPieces(List<MarkupPiece> others, int from, int to) {
        verbatim(to);
        leave(from);
        pieces.addAll(others);
        written = to;
    }

    List<MarkupPiece> result() {
        flush();
        leave(source.length());
        return List.copyOf(pieces);
    }
}
