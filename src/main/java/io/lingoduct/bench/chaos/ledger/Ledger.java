package io.lingoduct.bench.chaos.ledger;

import io.lingoduct.bench.chaos.ledger.RouteTally.Lateness;
import io.lingoduct.bench.chaos.ledger.RouteTally.Refused;
import io.lingoduct.bench.chaos.ledger.RouteTally.Translated;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * The account of every message: sent, seen in the output, seen in the dead letters. Safe to use from many threads. Times are
 * those of {@link System#nanoTime()} and are given by the callers.
 *
 * <p>An event that hits a route excuses it from being on time: for all messages that were under way at some time between the
 * beginning of the event and the moment when everything was seen that was sent to the route until the event was over. Nothing
 * excuses a message that is missing, doubled or out of order.
 */
public final class Ledger {

    /**
     * Counts of all routes together.
     *
     * @param received messages that were seen in an output
     * @param waiting messages that were seen nowhere yet
     * @param letters dead letters
     */
    public record Counts(int sent, int received, int waiting, int doubled, int outOfOrder, int letters) {}

    private record Excuse(String route, long begin, long end) {}

    private final Map<String, List<Lane>> lanes = new LinkedHashMap<>();
    private final List<Excuse> excuses = new ArrayList<>();
    private final Map<String, Integer> reasons = new TreeMap<>();
    private int strangers;

    public Ledger(Collection<String> routes, int partitions) {
        routes.forEach(route ->
                lanes.put(route, Stream.generate(Lane::new).limit(partitions).toList()));
    }

    /**
     * A message is about to be sent.
     *
     * @param refusable whether it must end in the dead letters
     */
    public synchronized MessageId sent(String route, int partition, boolean refusable, long now) {
        return MessageId.of(route, partition, lanes.get(route).get(partition).sent(refusable, now));
    }

    /** A record was read from a route's input. */
    public synchronized void inInput(String route, MessageId id) {
        if (!id.route().equals(route) || !isLane(id) || !lane(id).inInput(id.number())) {
            strangers++;
        }
    }

    /** A committed record was read from a route's output. */
    public synchronized void inOutput(String route, MessageId id, long now) {
        if (!id.route().equals(route) || !isLane(id) || !lane(id).inOutput(id.number(), now)) {
            strangers++;
        }
    }

    /** A committed record was read from the dead letters. */
    public synchronized void inDeadLetters(MessageId id, String reason, long now) {
        reasons.merge(reason, 1, Integer::sum);
        if (!isLane(id) || !lane(id).inDeadLetters(id.number(), now)) {
            strangers++;
        }
    }

    /** A record without an id was read. */
    public synchronized void stranger() {
        strangers++;
    }

    /** Records that nobody sent, or that were seen in another route's output. */
    public synchronized int strangers() {
        return strangers;
    }

    /** Dead letters by the simple name of their exception, copies included. */
    public synchronized Map<String, Integer> reasons() {
        return new TreeMap<>(reasons);
    }

    /** An event hit the route between two times. */
    public synchronized void excuse(String route, long begin, long end) {
        excuses.add(new Excuse(route, begin, end));
    }

    /** Whether everything was seen that was sent to the route until then. */
    public synchronized boolean isSettled(String route, long sentUntil) {
        return lanes.get(route).stream()
                .map(Lane::oldestWaiting)
                .noneMatch(oldest -> oldest.isPresent() && oldest.getAsLong() <= sentUntil);
    }

    /** Messages of the route that were seen in the output, copies included. */
    public synchronized long outputs(String route) {
        return lanes.get(route).stream()
                .mapToLong(lane -> lane.received() + lane.doubled())
                .sum();
    }

    /** Figures of the run so far. */
    public synchronized Counts counts() {
        return new Counts(
                sum(lane -> lane.entries().size()),
                sum(Lane::received),
                sum(Lane::waiting),
                sum(Lane::doubled),
                sum(Lane::outOfOrder),
                reasons.values().stream().mapToInt(Integer::intValue).sum());
    }

    private int sum(ToIntFunction<Lane> figure) {
        return lanes.values().stream().flatMap(List::stream).mapToInt(figure).sum();
    }

    /** For each route, how long ago the oldest message was sent that was seen nowhere yet. */
    public synchronized Map<String, Duration> waitingSince(long now) {
        var ages = new LinkedHashMap<String, Duration>();
        lanes.forEach((route, itsLanes) -> {
            long oldest = itsLanes.stream()
                    .map(Lane::oldestWaiting)
                    .filter(OptionalLong::isPresent)
                    .mapToLong(OptionalLong::getAsLong)
                    .map(sent -> now - sent)
                    .max()
                    .orElse(0);
            ages.put(route, Duration.ofNanos(oldest));
        });
        return ages;
    }

    /** The account of each route, as it is now: what is under way counts as missing. */
    public synchronized List<RouteTally> tallies(long now) {
        return lanes.keySet().stream().map(route -> tally(route, now)).toList();
    }

    private RouteTally tally(String route, long now) {
        var itsLanes = lanes.get(route);
        var entries = itsLanes.stream().flatMap(lane -> lane.entries().stream()).toList();
        var refusable = entries.stream().filter(Lane.Entry::refusable).toList();
        var good = entries.stream().filter(entry -> !entry.refusable()).toList();
        var windows = windows(route, now);
        long late = 0;
        long lateWhenHit = 0;
        for (var entry : entries) {
            long seen = entry.seenOr(now);
            boolean hit = windows.stream().anyMatch(window -> entry.sent() <= window.end && seen >= window.begin);
            late = hit ? late : Math.max(late, seen - entry.sent());
            lateWhenHit = hit ? Math.max(lateWhenHit, seen - entry.sent()) : lateWhenHit;
        }
        return new RouteTally(
                route,
                entries.size(),
                sum(entries, Lane.Entry::copiesSent),
                new Translated(
                        itsLanes.stream().mapToInt(Lane::received).sum(),
                        count(good, entry -> entry.outputs() + entry.letters() == 0),
                        sum(entries, entry -> entry.copies(entry.outputs())),
                        itsLanes.stream().mapToInt(Lane::outOfOrder).sum(),
                        count(good, entry -> entry.letters() > 0)),
                new Refused(
                        refusable.size(),
                        count(
                                refusable,
                                entry -> entry.outputs() == 0
                                        && entry.letters() > 0
                                        && entry.copies(entry.letters()) == 0),
                        count(refusable, entry -> entry.outputs() + entry.letters() == 0),
                        count(refusable, entry -> entry.outputs() > 0),
                        sum(entries, entry -> entry.copies(entry.letters()))),
                new Lateness(Duration.ofNanos(late), Duration.ofNanos(lateWhenHit)));
    }

    private static int count(List<Lane.Entry> entries, Predicate<Lane.Entry> wanted) {
        return (int) entries.stream().filter(wanted).count();
    }

    private static int sum(List<Lane.Entry> entries, ToIntFunction<Lane.Entry> figure) {
        return entries.stream().mapToInt(figure).sum();
    }

    private List<Excuse> windows(String route, long now) {
        return excuses.stream()
                .filter(excuse -> excuse.route.equals(route))
                .map(excuse -> new Excuse(route, excuse.begin, Math.max(excuse.end, caughtUp(route, excuse.end, now))))
                .toList();
    }

    private long caughtUp(String route, long sentUntil, long now) {
        return lanes.get(route).stream()
                .flatMap(lane -> lane.entries().stream())
                .filter(entry -> entry.sent() <= sentUntil)
                .mapToLong(entry -> entry.seenOr(now))
                .max()
                .orElse(sentUntil);
    }

    private boolean isLane(MessageId id) {
        return lanes.containsKey(id.route())
                && id.partition() < lanes.get(id.route()).size();
    }

    private Lane lane(MessageId id) {
        return lanes.get(id.route()).get(id.partition());
    }
}
