package io.lingoduct.front.markup;

import io.lingoduct.front.inline.InlineMark;
import io.lingoduct.front.inline.MarkedText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * How a passage spells its characters. The k-th occurrence of a character in a translation is spelled as the k-th one in the source
 * was: as itself, or by an entity or an escape; and so is inline code, whose stretches are known by what they hold.
 */
public final class Spelling {

    /** What is special in a language of markup. */
    interface Escapes {

        /** Whether a character may need to be escaped. */
        boolean concerns(int codePoint);

        /** Writes a character that the source had as itself, at a place in a text. */
        String literal(int codePoint, CharSequence text, int at);

        /** Writes a character that the source had not so often. */
        String added(int codePoint, String lastSpelling);

        /** Whether a spelling of white space may stand before what follows in a text. */
        boolean mayBreakBefore(CharSequence text, int next);
    }

    static final Spelling NONE = new Spelling(null, Map.of(), Map.of(), Map.of());

    private static final int KEY_LENGTH = 3;

    private final Escapes escapes;
    /** Spellings of a character in the order of its occurrences; empty where it stands as itself. */
    private final Map<Integer, List<String>> spellings;
    /** Stretches that stay, by how they begin; the longest first. */
    private final Map<String, List<String>> kept;
    /** How often each of them stands in the source. */
    private final Map<String, Integer> count;

    private Spelling(
            Escapes escapes,
            Map<Integer, List<String>> spellings,
            Map<String, List<String>> kept,
            Map<String, Integer> count) {
        this.count = count;
        this.escapes = escapes;
        this.spellings = spellings;
        this.kept = kept;
    }

    /** Writes a text and its marks; emoji and invisible characters among them are text. */
    String write(MarkedText translation) {
        if (escapes == null) {
            return translation.written();
        }
        var writing = new Writing();
        int at = 0;
        for (var mark : translation.marks()) {
            writing.text(translation.text().substring(at, mark.position()));
            at = mark.position();
            if (mark.kind() == InlineMark.Kind.EMOJI || mark.kind() == InlineMark.Kind.INVISIBLE) {
                writing.text(mark.content());
            } else {
                writing.all.append(mark.content());
            }
        }
        writing.text(translation.text().substring(at));
        return writing.all.toString();
    }

    /** Takes down a source from its start to its end. */
    static final class Builder {

        private final Escapes escapes;
        private final Map<Integer, List<String>> spellings = new HashMap<>();
        private final Map<String, Integer> count = new HashMap<>();

        Builder(Escapes escapes) {
            this.escapes = escapes;
        }

        /** Says, before all else, that a character is going to be spelled in some other way than as itself. */
        void expect(String character) {
            spellings.computeIfAbsent(character.codePointAt(0), c -> new ArrayList<>());
        }

        void keep(String stretch) {
            count.merge(stretch, 1, Integer::sum);
        }

        /** @param spelling empty if the text stands for itself; otherwise the text is a single character */
        void add(String text, String spelling) {
            text.codePoints().forEach(codePoint -> {
                if (escapes.concerns(codePoint)) {
                    spellings.computeIfAbsent(codePoint, c -> new ArrayList<>());
                }
                var known = spellings.get(codePoint);
                if (known != null) {
                    known.add(spelling);
                }
            });
        }

        Spelling result() {
            var kept = new HashMap<String, List<String>>();
            for (var stretch : new TreeSet<>(count.keySet()).descendingSet()) {
                kept.computeIfAbsent(
                                stretch.substring(0, Math.min(KEY_LENGTH, stretch.length())), key -> new ArrayList<>())
                        .add(stretch);
            }
            return new Spelling(escapes, spellings, kept, count);
        }
    }

    private final class Writing {

        private final StringBuilder all = new StringBuilder();
        private final Map<Integer, Integer> seen = new HashMap<>();
        private final Map<String, Integer> left = new HashMap<>(count);

        void text(String text) {
            int i = 0;
            while (i < text.length()) {
                var stretch = keptAt(text, i);
                int codePoint = text.codePointAt(i);
                int length = stretch == null ? Character.charCount(codePoint) : stretch.length();
                all.append(stretch == null ? spelled(codePoint, text, i + length) : stretch);
                i += length;
            }
        }

        private String keptAt(String text, int at) {
            int end = Math.min(text.length(), at + KEY_LENGTH);
            for (var stretch :
                    kept.isEmpty() ? List.<String>of() : kept.getOrDefault(text.substring(at, end), List.of())) {
                if (left.getOrDefault(stretch, 0) > 0 && text.startsWith(stretch, at)) {
                    left.merge(stretch, -1, Integer::sum);
                    return stretch;
                }
            }
            return null;
        }

        private String spelled(int codePoint, String text, int next) {
            var ofSource = spellings.get(codePoint);
            var literal = Character.toString(codePoint);
            if (ofSource == null && !escapes.concerns(codePoint)) {
                return literal;
            }
            int k = seen.merge(codePoint, 1, Integer::sum) - 1;
            if (ofSource == null) {
                return escapes.added(codePoint, "");
            }
            var spelling = k < ofSource.size() ? ofSource.get(k) : null;
            if (spelling == null) {
                return codePoint == ' ' ? literal : escapes.added(codePoint, ofSource.get(ofSource.size() - 1));
            }
            if (codePoint == ' ' && !spelling.isEmpty()) {
                return escapes.mayBreakBefore(text, next) ? spelling : literal;
            }
            return spelling.isEmpty() ? escapes.literal(codePoint, text, next) : spelling;
        }
    }
}
