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
 */
public record RouteTally(
        String route, int sent, int copiesSent, Translated translated, Refused refused, Lateness lateness) {

    /**
     * The account of messages to translate.
     *
     * @param received messages that were seen in the output, each counted once
     * @param missing messages that were seen nowhere
     * @param doubled copies in the output beyond the first of each message
     * @param outOfOrder messages that were seen in the output behind one that was sent to the same partition later
     * @param wronglyRefused messages that were seen in the dead letters
     */
    public record Translated(int received, int missing, int doubled, int outOfOrder, int wronglyRefused) {}

    /**
     * The account of messages that must be refused.
     *
     * @param sent messages of this kind
     * @param once those that were seen in the dead letters once and nowhere else
     * @param unanswered those that were seen nowhere
     * @param letThrough those that were seen in the output
     * @param doubled copies in the dead letters beyond the first of each message
     */
    public record Refused(int sent, int once, int unanswered, int letThrough, int doubled) {}

    /**
     * The longest times from sending a message to seeing it.
     *
     * @param usual without those messages that an event on this route held up
     * @param whenHit of those that an event on this route held up
     */
    public record Lateness(Duration usual, Duration whenHit) {}

    /** Sentences about what does not hold; empty if all does. */
    public List<String> faults(Duration limit) {
        var faults = new ArrayList<String>();
        add(faults, translated.missing, "missing: seen neither in the output nor in the dead letters");
        add(faults, translated.doubled, "doubled in the output");
        add(faults, translated.outOfOrder, "out of order within their partition");
        add(faults, refused.unanswered, "that had to be refused seen nowhere");
        add(faults, refused.letThrough, "that had to be refused in the output");
        add(faults, refused.doubled, "doubled in the dead letters");
        add(faults, translated.wronglyRefused, "in the dead letters though they could be translated");
        if (lateness.usual.compareTo(limit) > 0) {
            faults.add(String.format(
                    Locale.ROOT,
                    "%s: late by %.1f s, more than %d s, with no event on this route",
                    route,
                    lateness.usual.toMillis() / 1e3,
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
