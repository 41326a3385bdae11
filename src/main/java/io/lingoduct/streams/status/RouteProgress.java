package io.lingoduct.streams.status;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/**
 * Progress of a route, for whoever asks whether it stands still. Progress is a commit: what is translated and not
 * committed will be translated again, so a route that translates the same messages over and over makes none. Each stream
 * thread is looked at by itself, since one that stands still must not hide behind another that moves.
 *
 * <p>Stream threads report what they do on themselves; anybody may ask.
 */
public final class RouteProgress {

    /** Work that one stream thread has at hand. */
    private static final class OfThread {

        private final HeldRecords held = new HeldRecords();
        // By partition, which is the number of its task.
        private final Map<Integer, Long> uncommitted = new ConcurrentHashMap<>();
        private volatile Instant workSince;

        long inFlight() {
            return held.count()
                    + uncommitted.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    private final Clock clock;
    private final QualityCounters quality = new QualityCounters();
    private final Map<Thread, OfThread> threads = new ConcurrentHashMap<>();
    private volatile Instant lastCommit;
    private volatile Instant waitingSince;
    private volatile RouteFailure lastFailure;

    public RouteProgress(Clock clock) {
        this.clock = clock;
    }

    /** The route's poor translations. */
    public QualityCounters quality() {
        return quality;
    }

    /** The records that the calling thread holds. */
    public HeldRecords held() {
        return ofThread().held;
    }

    public void polled(ConsumerRecords<byte[], byte[]> records) {
        var thread = ofThread();
        for (var record : records) {
            int bytes = Math.max(record.serializedKeySize(), 0) + Math.max(record.serializedValueSize(), 0);
            thread.held.polled(new TopicPartition(record.topic(), record.partition()), record.offset(), bytes);
        }
        if (thread.workSince == null && thread.held.count() > 0) {
            thread.workSince = clock.instant();
        }
    }

    public void processed(Origin origin) {
        var thread = ofThread();
        thread.held.processed(origin);
        thread.uncommitted.merge(origin.partition(), 1L, Long::sum);
        if (thread.workSince == null) {
            thread.workSince = clock.instant();
        }
    }

    public void committed() {
        var thread = ofThread();
        lastCommit = clock.instant();
        thread.uncommitted.clear();
        thread.workSince = thread.held.count() > 0 ? lastCommit : null;
        waitingSince = null;
    }

    /**
     * The calling thread closes the task of a partition. Where that was lost, nobody here will ever commit what was translated
     * of it; where the task only begins anew, its messages come again.
     */
    public void taskCloses(int partition) {
        var thread = ofThread();
        thread.held.forget(partition);
        thread.uncommitted.remove(partition);
        if (thread.inFlight() == 0) {
            ended(thread);
            thread.workSince = null;
        }
    }

    /** The calling thread ends; what it has at hand waits to be read again by another. */
    public void threadEnds() {
        ended(threads.remove(Thread.currentThread()));
    }

    /** All threads have ended. */
    public void allEnded() {
        threads.values().forEach(this::ended);
        threads.clear();
    }

    /** Work that comes again and again, and is never committed, must not look new each time. */
    private void ended(OfThread thread) {
        var since = thread == null ? null : thread.workSince;
        if (since != null && (waitingSince == null || since.isBefore(waitingSince))) {
            waitingSince = since;
        }
    }

    /** Counts anew: until now nothing was meant to move. */
    public void resumed() {
        waitingSince = null;
        threads.values().forEach(thread -> thread.workSince = thread.workSince == null ? null : clock.instant());
    }

    /** Takes note of whether messages wait at the brokers, as far as is known. */
    public void waiting(boolean messagesWait) {
        if (!messagesWait) {
            waitingSince = null;
        } else if (waitingSince == null) {
            waitingSince = clock.instant();
        }
    }

    public void failed(Origin origin, String reason) {
        lastFailure = new RouteFailure(clock.instant(), origin.topic(), origin.partition(), origin.offset(), reason);
    }

    /** @param topic the one that is to blame; null where none is */
    public void failed(String topic, String reason) {
        lastFailure = new RouteFailure(clock.instant(), topic, -1, -1, reason);
    }

    /** Whether something has gone wrong and nothing was committed since. */
    public boolean isFailing() {
        var failure = lastFailure;
        var commit = lastCommit;
        return failure != null && (commit == null || !commit.isAfter(failure.at()));
    }

    public Optional<Instant> lastCommit() {
        return Optional.ofNullable(lastCommit);
    }

    public Optional<RouteFailure> lastFailure() {
        return Optional.ofNullable(lastFailure);
    }

    /** Messages polled whose translations are not committed yet. */
    public long inFlight() {
        return threads.values().stream().mapToLong(OfThread::inFlight).sum();
    }

    /** Time for which the thread that stands still the longest has had work without a commit; zero without work. */
    public Duration withoutProgress() {
        var since = Stream.concat(
                threads.values().stream().map(thread -> thread.workSince), Stream.ofNullable(waitingSince));
        return since.filter(Objects::nonNull)
                .min(Instant::compareTo)
                .map(oldest -> Duration.between(oldest, clock.instant()))
                .orElse(Duration.ZERO);
    }

    private OfThread ofThread() {
        return threads.computeIfAbsent(Thread.currentThread(), unknown -> new OfThread());
    }
}
