package io.lingoduct.streams.route;

import io.lingoduct.kafka.ClientFaults;
import io.lingoduct.streams.fault.StreamStartException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;

/** One run of a route: Kafka Streams from its start to its end, whatever ends it. A route that goes on gets another one. */
final class RouteStream implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(120);
    private static final Duration CLEAN_STOP_LIMIT = Duration.ofSeconds(6);
    private static final Duration FORCED_STOP_LIMIT = Duration.ofSeconds(3);
    private static final String LAG = "records-lag";
    private static final String RUNNING_THREAD = "RUNNING";

    private final KafkaStreams kafka;
    private final RouteClients clients;
    private final StreamFaults faults;
    private final ClientFaults words;
    private final AtomicBoolean stopNow;
    private final CompletableFuture<Void> running = new CompletableFuture<>();
    private final CompletableFuture<Throwable> ended = new CompletableFuture<>();

    /**
     * @param stopNow told when a thread is to wait no longer for a translation
     * @param words explains what Kafka's clients throw
     * @throws StreamStartException if Kafka refuses a setting
     */
    RouteStream(
            Topology topology,
            Properties settings,
            RouteClients clients,
            StreamFaults faults,
            AtomicBoolean stopNow,
            ClientFaults words) {
        this.clients = clients;
        this.faults = faults;
        this.stopNow = stopNow;
        this.words = words;
        try {
            this.kafka = new KafkaStreams(topology, settings, clients);
        } catch (KafkaException e) {
            throw new StreamStartException(
                    words.explain(e).orElseGet(() -> "Kafka Streams refuses to start: " + e.getMessage()), e);
        }
        kafka.setUncaughtExceptionHandler(faults);
        kafka.setStateListener((to, from) -> changed(to));
    }

    /**
     * Returns when the group has handed out its partitions.
     *
     * @param closing completes when nobody waits for that any more
     * @throws StreamStartException if it has not within two minutes, or the stream has ended
     */
    void start(CompletableFuture<?> closing) {
        kafka.start();
        try {
            CompletableFuture.anyOf(running, closing).get(START_LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new StreamStartException(
                    "no partitions were assigned within " + START_LIMIT.toSeconds() + " s; state " + kafka.state(), e);
        } catch (ExecutionException e) {
            throw new StreamStartException(
                    words.explain(e.getCause()).orElseGet(() -> "the stream failed to start: " + e.getCause()),
                    e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    /** Cause that is about to end the stream, although some of its threads may hang; null where nothing is. */
    Throwable fatal() {
        return faults.fatal();
    }

    /** Completes with what has ended the stream. */
    CompletableFuture<Throwable> ended() {
        return ended;
    }

    void pause() {
        kafka.pause();
    }

    void resume() {
        kafka.resume();
    }

    /** Messages that wait at the brokers behind what was polled, as far as the consumers know; negative if they do not. */
    long lag() {
        return lag(kafka.metrics());
    }

    static long lag(Map<MetricName, ? extends Metric> metrics) {
        var lags = new HashMap<List<String>, Double>();
        metrics.forEach((name, metric) -> {
            if (name.name().equals(LAG) && metric.metricValue() instanceof Double value && value >= 0) {
                lags.merge(partition(name.tags()), value, Math::max);
            }
        });
        return lags.isEmpty()
                ? -1
                : (long) lags.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    // For a topic with a dot in its name there is each metric twice, once with an underscore in the dot's place.
    private static List<String> partition(Map<String, String> tags) {
        return List.of(
                String.valueOf(tags.get("client-id")),
                String.valueOf(tags.get("topic")).replace('.', '_'),
                String.valueOf(tags.get("partition")));
    }

    /** Whether all threads have their partitions and have looked what waits there; until then {@link #lag()} tells little. */
    boolean isSettled() {
        if (kafka.state() != KafkaStreams.State.RUNNING) {
            return false;
        }
        var threads = kafka.metadataForLocalThreads();
        boolean reads =
                threads.stream().anyMatch(thread -> !thread.activeTasks().isEmpty());
        return !threads.isEmpty()
                && threads.stream().allMatch(thread -> thread.threadState().equals(RUNNING_THREAD))
                && (!reads || lag() >= 0);
    }

    /**
     * Ends the stream at once, for threads that would wait without end; what is not committed is read again. To be followed by
     * {@link #close()}.
     */
    void abort() {
        stopNow.set(true);
        clients.abort();
    }

    /**
     * Finishes the messages at hand, commits and leaves the group; what takes longer than a few seconds is given up
     * uncommitted, to be translated after the next start. Takes less than ten seconds.
     */
    @Override
    public void close() {
        if (!close(CLEAN_STOP_LIMIT)) {
            abort();
            close(FORCED_STOP_LIMIT);
        }
        running.cancel(false);
        ended.complete(null);
    }

    private boolean close(Duration limit) {
        return kafka.close(CloseOptions.groupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP)
                .withTimeout(limit));
    }

    private void changed(KafkaStreams.State to) {
        if (to == KafkaStreams.State.RUNNING) {
            running.complete(null);
        } else if (to == KafkaStreams.State.ERROR) {
            var cause = faults.fatal();
            var reported = cause == null ? new IllegalStateException("all stream threads have died") : cause;
            running.completeExceptionally(reported);
            ended.complete(reported);
        } else if (to == KafkaStreams.State.NOT_RUNNING) {
            ended.complete(new IllegalStateException("the stream has ended by itself"));
        }
    }
}
