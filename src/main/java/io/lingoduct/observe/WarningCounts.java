package io.lingoduct.observe;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts how often each cause is warned of: its first warning is told at once, those that follow once a minute as a number. A cause
 * that was silent for a minute is new again. Remembers a thousand causes; the one that was seen longest ago gives way to a new
 * one. Thread-safe.
 */
final class WarningCounts {

    static final Duration PERIOD = Duration.ofMinutes(1);
    static final int MOST_CAUSES = 1_000;

    private static final int LONGEST_TEXT = 1_000;

    /**
     * Warnings of one cause that were held back.
     *
     * @param text the latest of its warnings, cut where it is very long
     * @param times how often within the period
     * @param total how often since {@code since}, the first time, which was told, included
     */
    record Repeated(String logger, String text, long times, long total, Instant since) {

        @Override
        public String toString() {
            return (times == 1 ? "once more" : times + " times more") + " within a minute, " + total + " times since "
                    + since + ": " + text;
        }
    }

    private static final class Count {

        private final String logger;
        private final Instant since;
        private Instant told;
        private String text;
        private long held;
        private long total = 1;

        private Count(String logger, Instant now) {
            this.logger = logger;
            this.since = now;
            this.told = now;
        }

        private Repeated tell(Instant now) {
            var repeated = new Repeated(logger, text, held, total, since);
            told = now;
            held = 0;
            return repeated;
        }
    }

    private final Map<String, Count> counts = new LinkedHashMap<>(16, 0.75f, true);
    private final List<Repeated> givenUp = new ArrayList<>();

    /** Whether a warning is the first of its cause, and so has to be told; counts it otherwise. */
    synchronized boolean isFirst(String cause, String logger, String text, Instant now) {
        var known = counts.get(cause);
        if (known == null) {
            giveWay(now);
            counts.put(cause, new Count(logger, now));
            return true;
        }
        known.held++;
        known.total++;
        known.text = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) + "…" : text;
        return false;
    }

    /** Warnings that were held back and are to be told now: those of causes that were last told of a minute ago. */
    synchronized List<Repeated> due(Instant now) {
        var due = new ArrayList<>(givenUp);
        givenUp.clear();
        var all = counts.values().iterator();
        while (all.hasNext()) {
            var count = all.next();
            if (Duration.between(count.told, now).compareTo(PERIOD) >= 0) {
                if (count.held > 0) {
                    due.add(count.tell(now));
                } else {
                    all.remove();
                }
            }
        }
        return due;
    }

    /** All that was held back; forgets every cause. */
    synchronized List<Repeated> rest(Instant now) {
        var rest = new ArrayList<>(givenUp);
        givenUp.clear();
        counts.values().stream()
                .filter(count -> count.held > 0)
                .map(count -> count.tell(now))
                .forEach(rest::add);
        counts.clear();
        return rest;
    }

    private void giveWay(Instant now) {
        if (counts.size() >= MOST_CAUSES) {
            var all = counts.values().iterator();
            var eldest = all.next();
            all.remove();
            if (eldest.held > 0 && givenUp.size() < MOST_CAUSES) {
                givenUp.add(eldest.tell(now));
            }
        }
    }
}
