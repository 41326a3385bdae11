package io.lingoduct.bench.chaos.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** The fate of the messages of one input partition, in the order in which they were sent. */
final class Lane {

    /** One message. Times are those of {@link System#nanoTime()}. */
    static final class Entry {

        private final boolean refusable;
        private final long sent;
        private boolean settled;
        private long seen;
        private int inputs;
        private int outputs;
        private int letters;

        Entry(boolean refusable, long sent) {
            this.refusable = refusable;
            this.sent = sent;
        }

        /** Whether it must end in the dead letters, rather than in the output. */
        boolean refusable() {
            return refusable;
        }

        long sent() {
            return sent;
        }

        /** Copies in the input that the sender's own retries made. */
        int copiesSent() {
            return Math.max(0, inputs - 1);
        }

        int outputs() {
            return outputs;
        }

        /** Copies of which the input holds no original. */
        int copies(int seen) {
            return Math.max(0, seen - 1 - copiesSent());
        }

        int letters() {
            return letters;
        }

        /** Time of its first being seen, in the output or in the dead letters; until then now. */
        long seenOr(long now) {
            return settled ? seen : now;
        }

        private boolean see(long now) {
            if (settled) {
                return false;
            }
            settled = true;
            seen = now;
            return true;
        }
    }

    private final List<Entry> entries = new ArrayList<>();
    private int firstWaiting;
    private int waiting;
    private int highest = -1;
    private int received;
    private int doubled;
    private int outOfOrder;

    /** @return its number */
    int sent(boolean refusable, long now) {
        entries.add(new Entry(refusable, now));
        waiting++;
        return entries.size() - 1;
    }

    /** @return false if no message of this number was sent */
    boolean inInput(int number) {
        if (number >= entries.size()) {
            return false;
        }
        entries.get(number).inputs++;
        return true;
    }

    /** @return false if no message of this number was sent */
    boolean inOutput(int number, long now) {
        if (number >= entries.size()) {
            return false;
        }
        var entry = entries.get(number);
        entry.outputs++;
        // A second copy is counted as doubled, and not as out of order too.
        if (entry.outputs > 1) {
            doubled++;
        } else {
            received++;
            if (number < highest) {
                outOfOrder++;
            }
            highest = Math.max(highest, number);
        }
        see(entry, now);
        return true;
    }

    /** @return false if no message of this number was sent */
    boolean inDeadLetters(int number, long now) {
        if (number >= entries.size()) {
            return false;
        }
        var entry = entries.get(number);
        entry.letters++;
        see(entry, now);
        return true;
    }

    private void see(Entry entry, long now) {
        if (entry.see(now)) {
            waiting--;
            while (firstWaiting < entries.size() && entries.get(firstWaiting).settled) {
                firstWaiting++;
            }
        }
    }

    List<Entry> entries() {
        return entries;
    }

    /** Messages that were seen nowhere yet. */
    int waiting() {
        return waiting;
    }

    /** Time at which the first of those that wait was sent. */
    OptionalLong oldestWaiting() {
        return firstWaiting < entries.size() ? OptionalLong.of(entries.get(firstWaiting).sent) : OptionalLong.empty();
    }

    /** Messages that came into the output, each counted once. */
    int received() {
        return received;
    }

    /** Copies in the output beyond the first of each message, those of copies in the input included. */
    int doubled() {
        return doubled;
    }

    /** Messages that came into the output behind one that was sent later. */
    int outOfOrder() {
        return outOfOrder;
    }
}
