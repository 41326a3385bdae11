package io.lingoduct.tools.deadletters;

import io.lingoduct.tools.deadletters.OffsetRuns.Run;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;

/**
 * Which dead letters of a partition were replayed, kept as the committed offset of a consumer group: the offset is that of
 * the first letter not replayed, and what was replayed behind it stands in the metadata. So letters that a filter passes
 * over stay to be replayed later, and none is replayed twice.
 *
 * <p>Letters are told of in the order of their offsets. Offsets between them that hold no letter (those of transactions)
 * belong to the run around them.
 */
final class ReplayedOffsets {

    private static final int NONE = -1;

    private final List<Run> before;
    private final List<Run> runs = new ArrayList<>();
    private long next;
    private long firstLeft = NONE;
    private boolean inRun;

    private ReplayedOffsets(long next, List<Run> before) {
        this.next = next;
        this.before = before;
    }

    /** @param committed null where nothing was committed */
    static ReplayedOffsets of(OffsetAndMetadata committed) {
        return committed == null
                ? new ReplayedOffsets(0, List.of())
                : new ReplayedOffsets(committed.offset(), OffsetRuns.decode(committed.offset(), committed.metadata()));
    }

    /** Whether an earlier replay has sent the letter at this offset. */
    boolean wasReplayed(long offset) {
        return before.stream().anyMatch(run -> run.contains(offset));
    }

    /** The letter at this offset has been sent, by this replay or an earlier one. */
    void replayed(long offset) {
        if (firstLeft != NONE) {
            int last = runs.size() - 1;
            if (inRun) {
                runs.set(last, new Run(runs.get(last).first(), offset));
            } else {
                runs.add(new Run(offset, offset));
            }
        }
        inRun = true;
        next = offset + 1;
    }

    /** The letter at this offset stays to be replayed. */
    void left(long offset) {
        if (firstLeft == NONE) {
            firstLeft = offset;
        }
        inRun = false;
        next = offset + 1;
    }

    /** The offsets to commit; where reading has not come to the end, what earlier replays have sent behind is kept. */
    OffsetAndMetadata toCommit() {
        long base = firstLeft == NONE ? next : firstLeft;
        var all = new ArrayList<>(runs);
        for (var run : before) {
            if (run.last() >= next) {
                all.add(new Run(Math.max(run.first(), next), run.last()));
            }
        }
        return new OffsetAndMetadata(base, OffsetRuns.encode(base, all));
    }
}
