package io.lingoduct.engine;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableSet;

/**
 * Chooses the next batch from what waits. The segment that has waited longest is always in it, so none starves; its
 * companions are its neighbours by length, so little of the batch is padding. Starting at the oldest, the batch grows to
 * the shorter or the longer side, whichever adds less padding, until the token budget, the number of segments or the
 * tolerance for padding is used up. One step costs a tree look-up at most, however many segments wait.
 */
final class BatchPlanner {

    /** Padding that a row may have whatever its length: short rows of unequal length are still cheap together. */
    private static final int TOLERATED_PADDING = 8;

    private final int batchTokens;
    private final int maxSegments;

    BatchPlanner(int batchTokens, int maxSegments) {
        this.batchTokens = batchTokens;
        this.maxSegments = maxSegments;
    }

    /** Whether so many segments with so many tokens surely fill a batch. */
    boolean isFull(int segments, long tokens) {
        return segments >= maxSegments || tokens >= batchTokens;
    }

    /**
     * The next batch.
     *
     * @param waiting all waiting segments in the order {@link QueuedSegment#BY_LENGTH}; not modified
     * @param oldest the one among them that has waited longest
     */
    List<QueuedSegment> plan(NavigableSet<QueuedSegment> waiting, QueuedSegment oldest) {
        var batch = new ArrayList<QueuedSegment>();
        batch.add(oldest);
        var shorterSide = waiting.headSet(oldest, false).descendingIterator();
        var longerSide = waiting.tailSet(oldest, false).iterator();
        var shorter = next(shorterSide);
        var longer = next(longerSide);
        int shortest = oldest.length();
        int longest = oldest.length();
        while (batch.size() < maxSegments) {
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
                shorter = next(shorterSide);
            } else {
                batch.add(longer);
                longest = longer.length();
                longer = next(longerSide);
            }
        }
        return batch;
    }

    private boolean fits(int rows, int shortest, int longest) {
        boolean inBudget = (long) rows * longest <= batchTokens;
        boolean nearInLength = longest - shortest <= Math.max(TOLERATED_PADDING, longest / 2);
        return inBudget && nearInLength;
    }

    private static QueuedSegment next(Iterator<QueuedSegment> side) {
        return side.hasNext() ? side.next() : null;
    }
}
