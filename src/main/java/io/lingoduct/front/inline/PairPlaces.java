package io.lingoduct.front.inline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Finds the run of target words for each pair of marks: the one that takes most from the words in the pair, less what it takes from
 * others. So a single word that is aligned to the pair by mistake, far from the rest, stays outside. Pairs side by side share no word.
 */
final class PairPlaces {

    /** So that no word is taken for what is noise in attention. */
    private static final double LEAST_GAIN = 0.01;

    private final AlignedWords words;
    /** The innermost pair that has each target word so far, by its order. */
    private final int[] owner;

    PairPlaces(AlignedWords words) {
        this.words = words;
        owner = new int[words.targetSize()];
        Arrays.fill(owner, -1);
    }

    /**
     * Places the pairs directly in another one. Those that enclose no word, or find none left, stay without a place.
     *
     * @return those that have been placed around something, by their start
     */
    NavigableMap<Integer, MarkNode> placeIn(MarkNode outer) {
        var placed = new TreeMap<Integer, MarkNode>();
        int first = words.targetStartingFrom(outer.start());
        int last = Math.max(first, words.targetEndingBehind(outer.end()));
        var region = new Region(outer, first, last, placed);
        var pairs = new ArrayList<MarkNode>();
        for (var node : outer.inner()) {
            if (node.standsAlone()) {
                continue;
            }
            if (node.from() <= outer.from() && node.to() >= outer.to() || outer.isEmpty()) {
                region.take(node, first, last, outer.start(), outer.end());
            } else if (node.beganBefore() || node.endsLater()) {
                region.placeToEdge(node);
            } else if (node.from() < node.to() && !region.placeInWord(node)) {
                pairs.add(node);
            }
        }
        List<MarkNode> unclear = new ArrayList<>();
        for (var node : pairs) {
            if (!region.placeAroundWords(node)) {
                unclear.add(node);
            }
        }
        unclear.forEach(region::placeAroundNearest);
        return placed;
    }

    /** Target words [first, last) of a pair, of which the pairs in it take theirs. */
    private final class Region {

        private final MarkNode outer;
        private final int first;
        private final int last;
        private final TreeMap<Integer, MarkNode> placed;

        Region(MarkNode outer, int first, int last, TreeMap<Integer, MarkNode> placed) {
            this.outer = outer;
            this.first = first;
            this.last = last;
            this.placed = placed;
        }

        private boolean isFree(int t) {
            return owner[t] == outer.order();
        }

        void take(MarkNode node, int from, int to, int start, int end) {
            Arrays.fill(owner, from, Math.max(from, to), node.order());
            node.placeAt(start, end);
            if (!node.isEmpty()) {
                placed.put(start, node);
            }
        }

        /** A pair whose partner is elsewhere encloses the words up to the start, or from somewhere to the end. */
        void placeToEdge(MarkNode node) {
            var range = new SourceRange(words, node);
            boolean toStart = node.beganBefore();
            double sum = 0;
            double most = 0;
            int count = 0;
            for (int i = 0; i < last - first; i++) {
                int t = toStart ? first + i : last - 1 - i;
                if (!isFree(t)) {
                    break;
                }
                sum += gain(t, range);
                if (sum > most + LEAST_GAIN) {
                    most = sum;
                    count = i + 1;
                }
            }
            if (count == 0) {
                int edge = toStart ? outer.start() : outer.end();
                node.placeAt(edge, edge);
            } else if (toStart) {
                int to = withPunctuationBehind(first + count, range.trail());
                take(node, first, to, outer.start(), endOf(node, to));
            } else {
                int from = withPunctuationBefore(last - count, range.lead());
                take(node, from, last, startOf(node, from), outer.end());
            }
        }

        private int withPunctuationBefore(int from, int most) {
            int result = from;
            while (from - result < most && result > first && isFree(result - 1) && !words.isTargetContent(result - 1)) {
                result--;
            }
            return result;
        }

        private int withPunctuationBehind(int to, int most) {
            int result = to;
            while (result - to < most && result < last && isFree(result) && !words.isTargetContent(result)) {
                result++;
            }
            return result;
        }

        /** Places a pair around a part of a word, if the word is the same in the target. */
        boolean placeInWord(MarkNode node) {
            int s = words.sourceEndingBehind(node.from());
            if (s >= words.sourceSize()
                    || words.source(s).start() > node.from()
                    || words.source(s).end() < node.to()
                    || words.source(s).end() - words.source(s).start() == node.to() - node.from()) {
                return false;
            }
            int aligned = words.targetOf(s, first, last);
            var same = words.sameInTarget(s);
            int t = aligned >= 0 && words.isSame(s, aligned) ? aligned : same.isEmpty() ? -1 : same.get(0);
            if (t < first || t >= last) {
                return false;
            }
            int start = words.target(t).start() + node.from() - words.source(s).start();
            int end = start + node.to() - node.from();
            var left = placed.lowerEntry(end);
            if (left != null && left.getValue().end() > start) {
                return false;
            }
            take(node, t, t + 1, start, end);
            return true;
        }

        boolean placeAroundWords(MarkNode node) {
            var range = new SourceRange(words, node);
            if (range.size() == 0) {
                return true;
            }
            if (!range.hasContent()) {
                return placeAroundPunctuation(node, range);
            }
            if (range.isAllContentOf(outer) && placeAroundAll(node, range)) {
                return true;
            }
            double sum = 0;
            double most = 0;
            int start = first;
            int from = -1;
            int to = -1;
            for (int t = first; t < last; t++) {
                if (!isFree(t)) {
                    sum = 0;
                    start = t + 1;
                    continue;
                }
                if (sum <= 0) {
                    sum = 0;
                    start = t;
                }
                sum += gain(t, range);
                if (sum > most + LEAST_GAIN) {
                    most = sum;
                    from = start;
                    to = t + 1;
                }
            }
            return from >= 0 && takeWords(node, range, from, to);
        }

        private double gain(int t, SourceRange range) {
            return 2 * words.share(t, range.first(), range.last()) - words.total(t);
        }

        private boolean placeAroundAll(MarkNode node, SourceRange range) {
            int from = -1;
            int to = -1;
            for (int t = first; t < last; t++) {
                if (!isFree(t)) {
                    return false;
                }
                if (words.isTargetContent(t)) {
                    from = from < 0 ? t : from;
                    to = t + 1;
                }
            }
            return from >= 0 && takeWords(node, range, from, to);
        }

        /** With the punctuation beside the words, if there was some in the pair. */
        private boolean takeWords(MarkNode node, SourceRange range, int contentFrom, int contentTo) {
            int from = withPunctuationBefore(contentFrom, range.lead());
            int to = withPunctuationBehind(contentTo, range.trail());
            take(node, from, to, startOf(node, from), endOf(node, to));
            return true;
        }

        private boolean placeAroundPunctuation(MarkNode node, SourceRange range) {
            int expected = (int) ((long) range.first() * words.targetSize() / words.sourceSize());
            int best = -1;
            for (int t : words.sameInTarget(range.first())) {
                if (t >= first
                        && t < last
                        && isFree(t)
                        && (best < 0 || Math.abs(t - expected) < Math.abs(best - expected))) {
                    best = t;
                }
            }
            if (best >= 0) {
                int to = best + 1;
                while (to < last && isFree(to) && !words.isTargetContent(to) && to - best < range.size()) {
                    to++;
                }
                take(node, best, to, startOf(node, best), endOf(node, to));
            }
            return true;
        }

        /** Where no word clearly belongs to a pair, it gets the one that belongs to it most, or that stands at about its place. */
        void placeAroundNearest(MarkNode node) {
            var range = new SourceRange(words, node);
            long middle = (range.first() + range.last()) / 2;
            int expected = (int) (middle * words.targetSize() / words.sourceSize());
            int best = -1;
            for (int t = first; t < last; t++) {
                if (isFree(t) && words.isTargetContent(t) && (best < 0 || isBetter(t, best, range, expected))) {
                    best = t;
                }
            }
            if (best >= 0) {
                takeWords(node, range, best, best + 1);
            }
        }

        private boolean isBetter(int t, int best, SourceRange range, int expected) {
            int more = Double.compare(gain(t, range), gain(best, range));
            return more > 0 || more == 0 && Math.abs(t - expected) < Math.abs(best - expected);
        }

        /** White space that stood within the pair at its start stands there again. */
        private int startOf(MarkNode node, int from) {
            int start = words.target(from).start();
            if (isBlank(words.sourceText(), node.from()) && !isBlank(words.sourceText(), node.from() - 1)) {
                var left = placed.lowerEntry(start);
                int limit = left == null
                        ? outer.start()
                        : Math.max(outer.start(), left.getValue().end());
                while (start > limit && isBlank(words.targetText(), start - 1)) {
                    start--;
                }
            }
            return start;
        }

        private int endOf(MarkNode node, int to) {
            int end = words.target(to - 1).end();
            if (isBlank(words.sourceText(), node.to() - 1) && !isBlank(words.sourceText(), node.to())) {
                var right = placed.ceilingKey(end);
                int limit = right == null ? outer.end() : Math.min(outer.end(), right);
                while (end < limit && isBlank(words.targetText(), end)) {
                    end++;
                }
            }
            return end;
        }

        private static boolean isBlank(String text, int at) {
            return at >= 0 && at < text.length() && Character.isWhitespace(text.charAt(at));
        }
    }
}
