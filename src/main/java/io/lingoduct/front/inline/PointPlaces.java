package io.lingoduct.front.inline;

import java.util.Map;
import java.util.NavigableMap;

/** Finds the place of marks that stand alone, and of pairs without a word in them: behind the word before them, as a rule. */
final class PointPlaces {

    private final AlignedWords words;

    PointPlaces(AlignedWords words) {
        this.words = words;
    }

    /**
     * Places what has no place yet directly in a pair.
     *
     * @param pairs that have been placed there, by their start; nothing is put into them
     */
    void placeIn(MarkNode outer, NavigableMap<Integer, MarkNode> pairs) {
        for (var node : outer.inner()) {
            if (!node.isPlaced()) {
                int place = outer.isEmpty() ? outer.start() : placeOf(node, outer, pairs);
                node.placeAt(place, place);
            }
        }
    }

    private int placeOf(MarkNode node, MarkNode outer, NavigableMap<Integer, MarkNode> pairs) {
        int firstInside = words.sourceEndingBehind(outer.from());
        int lastInside = words.sourceStartingFrom(outer.to());
        int next = Math.min(words.sourceEndingBehind(node.from()), lastInside);
        int previous = next - 1;
        int first = words.targetStartingFrom(outer.start());
        int last = Math.max(first, words.targetEndingBehind(outer.end()));
        if (previous < firstInside || first == last) {
            return outside(outer.start(), pairs, true);
        }
        if (next >= lastInside) {
            return outside(outer.end(), pairs, false);
        }
        var word = words.source(next);
        if (word.start() < node.from()) {
            int t = words.targetOf(next, first, last);
            return t >= 0 && words.isSame(next, t)
                    ? outside(words.target(t).start() + node.from() - word.start(), pairs, false)
                    : behind(next, first, last, pairs);
        }
        boolean onlyPunctuationFollows = words.isSourceContent(previous);
        for (int s = next; s < lastInside && onlyPunctuationFollows; s++) {
            onlyPunctuationFollows = !words.isSourceContent(s);
        }
        if (onlyPunctuationFollows) {
            int t = last - 1;
            while (t > first && !words.isTargetContent(t)) {
                t--;
            }
            return outside(words.target(t).end(), pairs, false);
        }
        boolean belongsToNext =
                word.start() == node.from() && words.source(previous).end() < node.from();
        return belongsToNext ? before(next, first, last, pairs) : behind(previous, first, last, pairs);
    }

    private int behind(int s, int first, int last, NavigableMap<Integer, MarkNode> pairs) {
        return outside(words.target(target(s, first, last)).end(), pairs, false);
    }

    private int before(int s, int first, int last, NavigableMap<Integer, MarkNode> pairs) {
        return outside(words.target(target(s, first, last)).start(), pairs, true);
    }

    private int target(int s, int first, int last) {
        int aligned = words.targetOf(s, first, last);
        if (aligned >= 0) {
            return aligned;
        }
        int expected = (int) ((long) s * words.targetSize() / words.sourceSize());
        int best = -1;
        for (int t : words.sameInTarget(s)) {
            if (t >= first && t < last && (best < 0 || Math.abs(t - expected) < Math.abs(best - expected))) {
                best = t;
            }
        }
        if (best < 0 && s > 0 && !words.isSourceContent(s)) {
            best = words.targetOf(s - 1, first, last);
        }
        return best >= 0 ? best : Math.min(Math.max(expected, first), last - 1);
    }

    /** A place that is not within a pair. */
    private static int outside(int place, NavigableMap<Integer, MarkNode> pairs, boolean ratherBefore) {
        Map.Entry<Integer, MarkNode> pair = pairs.lowerEntry(place);
        if (pair == null || pair.getValue().end() <= place) {
            return place;
        }
        return ratherBefore ? pair.getKey() : pair.getValue().end();
    }
}
