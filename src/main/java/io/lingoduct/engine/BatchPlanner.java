package io.lingoduct.engine;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Chooses the next batch from what waits. The segment that has waited longest is always in it, so none starves; the
 * interactive segment that has waited longest rides along whatever its length, where the token budget allows. The longer of
 * the two is the seed: the other companions are its neighbours by length, so little of the batch is padding, at the price of
 * one row that may be mostly padding. Starting at the seed, the batch grows to the shorter or the longer side, whichever
 * adds less padding, until the token budget, the number of segments or the tolerance for padding is used up. One step costs
 * a tree look-up at most, however many segments wait. A batch holds jobs of one kind.
 */
final class BatchPlanner {

    /** Padding that a row may have whatever its length: short rows of unequal length are still cheap together. */
    static final int TOLERATED_PADDING = 8;

    private final int batchTokens;
    private final int maxSegments;

    BatchPlanner(int batchTokens, int maxSegments) {
        this.batchTokens = batchTokens;
        this.maxSegments = maxSegments;
    }

    /** Whether so many segments with so many tokens surely fill a batch, if they are of one kind. */
    boolean isFull(int segments, long tokens) {
        return segments >= maxSegments || tokens >= batchTokens;
    }

    /**
     * The next batch, the segment that has waited longest first.
     *
     * @param waiting at least one segment; not modified
     */
    List<QueuedSegment> plan(WaitingSegments waiting) {
        var batch = longestWaiting(waiting);
        var seed = batch.stream().max(QueuedSegment.BY_LENGTH).orElseThrow();
        var all = waiting.byLength();
        var shorterSide = new Side(all.headSet(seed, false).descendingIterator(), seed.kind(), List.copyOf(batch));
        var longerSide = new Side(all.tailSet(seed, false).iterator(), seed.kind(), List.copyOf(batch));
        int shortest = seed.length();
        int longest = seed.length();
        while (batch.size() < maxSegments) {
            var shorter = shorterSide.next;
            var longer = longerSide.next;
            int rows = batch.size() + 1;
            boolean shorterFits = shorter != null && fits(rows, shorter.length(), longest);
            boolean longerFits = longer != null && fits(rows, shortest, longer.length());
            if (!shorterFits && !longerFits) {
                break;
            }
            long paddingIfShorter = shorterFits ? longest - shorter.length() : Long.MAX_VALUE;
            long paddingIfLonger = longerFits ? (long) batch.size() * (longer.length() - longest) : Long.MAX_VALUE;
            if (paddingIfShorter <= paddingIfLonger) {
                batch.add(shorter);
                shortest = shorter.length();
                shorterSide.advance();
            } else {
                batch.add(longer);
                longest = longer.length();
                longerSide.advance();
            }
        }
        return batch;
    }

    private List<QueuedSegment> longestWaiting(WaitingSegments waiting) {
        var batch = new ArrayList<QueuedSegment>();
        var oldest = waiting.oldest();
        batch.add(oldest);
        waiting.oldestInteractive()
                .filter(interactive -> interactive != oldest && interactive.kind() == oldest.kind() && maxSegments >= 2)
                .filter(interactive -> inBudget(2, Math.max(interactive.length(), oldest.length())))
                .ifPresent(batch::add);
        return batch;
    }

    private boolean fits(int rows, int shortest, int longest) {
        boolean nearInLength = longest - shortest <= Math.max(TOLERATED_PADDING, longest / 2);
        return nearInLength && inBudget(rows, longest);
    }

    private boolean inBudget(int rows, int longest) {
        return (long) rows * longest <= batchTokens;
    }

    /** The neighbours of the seed on one side of it, nearest first. */
    private static final class Side {

        private final Iterator<QueuedSegment> neighbours;
        private final Job.Kind kind;
        private final List<QueuedSegment> taken;
        private QueuedSegment next;

        /** @param taken what is in the batch already and must not be taken twice */
        Side(Iterator<QueuedSegment> neighbours, Job.Kind kind, List<QueuedSegment> taken) {
            this.neighbours = neighbours;
            this.kind = kind;
            this.taken = taken;
            advance();
        }

        void advance() {
            do {
                next = neighbours.hasNext() ? neighbours.next() : null;
            } while (next != null && taken.contains(next));
            if (next != null && next.kind() != kind) {
                next = null; // and so are all behind it
            }
        }
    }
}
