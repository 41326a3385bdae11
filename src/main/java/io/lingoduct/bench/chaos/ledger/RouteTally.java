package io.lingoduct.bench.chaos.ledger;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The account of one route.
 *
 * @param route its name
 * @param sent messages, those that must be refused included
 * @param copiesSent copies in the input beyond the first, which the sender's own retries made; as many copies behind are no fault
 * @param received messages that were seen in the output, each counted once
 * @param missing messages to translate that were seen nowhere
 * @param doubled copies in the output beyond the first of each message
 * @param outOfOrder messages that were seen in the output behind one that was sent to the same partition later
 * @param refusable messages that must be refused
 * @param refusedOnce those of them that were seen in the dead letters once and nowhere else
 * @param unanswered those of them that were seen nowhere
 * @param letThrough those of them that were seen in the output
 * @param lettersDoubled copies in the dead letters beyond the first of each message
 * @param wronglyRefused messages to translate that were seen in the dead letters
 * @param late longest time from sending to seeing, without those messages that an event on this route held up
 * @param lateWhenHit the same of those that an event on this route held up
 */
public record RouteTally(
        String route,
        int sent,
        int copiesSent,
        int received,
        int missing,
        int doubled,
        int outOfOrder,
        int refusable,
        int refusedOnce,
        int unanswered,
        int letThrough,
        int lettersDoubled,
        int wronglyRefused,
        Duration late,
        Duration lateWhenHit) {

    /** What does not hold, a sentence each; empty if all does. */
    public List<String> faults(Duration limit) {
        var faults = new ArrayList<String>();
        add(faults, missing, "missing: seen neither in the output nor in the dead letters");
        add(faults, doubled, "doubled in the output");
        add(faults, outOfOrder, "out of order within their partition");
        add(faults, unanswered, "that had to be refused seen nowhere");
        add(faults, letThrough, "that had to be refused in the output");
        add(faults, lettersDoubled, "doubled in the dead letters");
        add(faults, wronglyRefused, "in the dead letters though they could be translated");
        if (late.compareTo(limit) > 0) {
            faults.add(String.format(
                    Locale.ROOT,
                    "%s: late by %.1f s, more than %d s, with no event on this route",
                    route,
                    late.toMillis() / 1e3,
                    limit.toSeconds()));
        }
        return faults;
    }

    private void add(List<String> faults, int count, String what) {
        if (count > 0) {
            faults.add(route + ": " + count + " " + what);
        }
    }
}
