package io.lingoduct.front.inline;

import io.lingoduct.front.align.WordAlignment;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/**
 * Puts the marks of a source into its translation. Each comes back exactly once, and pairs are nested as they were; only invisible
 * characters are dropped where the word that they stood in or beside is not in the translation. A pair encloses the words that
 * come from those that it enclosed; where these have been scattered, the run of words that has most of them. A mark that stands alone
 * follows the word that it followed, or stands before the one that it was attached to.
 *
 * <p>A pair of which one mark is missing, because the partner belongs to another segment, reaches to the edge of the translation.
 * The time is bounded by the number of pairs times the number of words.
 */
public final class MarkPlacer {

    private static final Comparator<MarkNode> BY_PLACE = Comparator.comparingInt(MarkNode::start)
            .thenComparing(node -> !node.isEmpty())
            .thenComparingInt(MarkNode::order);

    private MarkPlacer() {}

    /**
     * Marks a translation as its source is marked. A translation that is equal to the source's text gets the marks in the same places,
     * whatever the alignment says.
     *
     * @param target translation of the source's text. The result's text is the same but for spaces that are added beside a mark
     *     that stood between two spaces
     * @param alignment of the words of the source's text and of the target; what lies outside these texts is ignored
     */
    public static MarkedText place(MarkedText source, String target, WordAlignment alignment) {
        if (target.equals(source.text())) {
            return source;
        }
        if (source.marks().isEmpty()) {
            return MarkedText.plain(target);
        }
        var words = new AlignedWords(source.text(), target, alignment);
        var root = MarkNode.treeOf(source);
        root.placeAt(0, target.length());
        var pairs = new PairPlaces(words);
        var points = new PointPlaces(words);
        Deque<MarkNode> waiting = new ArrayDeque<>(List.of(root));
        while (!waiting.isEmpty()) {
            var outer = waiting.poll();
            var placed = pairs.placeIn(outer);
            points.placeIn(outer, placed);
            outer.inner().sort(BY_PLACE);
            outer.inner().stream().filter(node -> !node.inner().isEmpty()).forEach(waiting::add);
        }
        return written(root, words, InvisiblePlace.of(source.marks(), words));
    }

    private static MarkedText written(MarkNode root, AlignedWords words, List<InvisiblePlace> invisible) {
        var writer = new Writer(words, invisible);
        Deque<MarkNode> outer = new ArrayDeque<>(List.of(root));
        Deque<Iterator<MarkNode>> rest = new ArrayDeque<>(List.of(root.inner().iterator()));
        while (!outer.isEmpty()) {
            if (rest.peek().hasNext()) {
                var node = rest.peek().next();
                writer.copyTo(node.start());
                if (node.standsAlone()) {
                    writer.addAlone(node);
                } else {
                    writer.add(node.open());
                    outer.push(node);
                    rest.push(node.inner().iterator());
                }
            } else {
                rest.pop();
                var node = outer.pop();
                writer.copyTo(node.end());
                writer.add(node.close());
            }
        }
        return writer.result();
    }

    /** Copies the target and puts the marks in, from the start to the end. */
    private static final class Writer {

        private final AlignedWords words;
        private final Iterator<InvisiblePlace> invisible;
        private InvisiblePlace next;
        private final StringBuilder text = new StringBuilder();
        private final List<InlineMark> marks = new ArrayList<>();
        private int at;

        Writer(AlignedWords words, List<InvisiblePlace> invisible) {
            this.words = words;
            this.invisible = invisible.iterator();
            advance();
        }

        private void advance() {
            next = invisible.hasNext() ? invisible.next() : null;
        }

        void copyTo(int place) {
            while (next != null && (next.place() < place || next.place() == place && next.beforeOthers())) {
                copy(next.place());
                add(next.mark());
                advance();
            }
            copy(place);
        }

        private void copy(int place) {
            if (place > at) {
                text.append(words.targetText(), at, place);
                at = place;
            }
        }

        void add(InlineMark mark) {
            if (mark != null) {
                marks.add(mark.moved(text.length()));
            }
        }

        void addAlone(MarkNode node) {
            boolean free = isBlank(words.sourceText(), node.from() - 1) && isBlank(words.sourceText(), node.from());
            if (free && text.length() > 0 && !Character.isWhitespace(text.charAt(text.length() - 1))) {
                text.append(' ');
            }
            add(node.open());
            if (free
                    && at < words.targetText().length()
                    && Character.isLetterOrDigit(words.targetText().codePointAt(at))) {
                text.append(' ');
            }
        }

        private static boolean isBlank(String text, int at) {
            return at >= 0 && at < text.length() && Character.isWhitespace(text.charAt(at));
        }

        MarkedText result() {
            copyTo(words.targetText().length());
            while (next != null) {
                add(next.mark());
                advance();
            }
            return new MarkedText(text.toString(), marks);
        }
    }
}
