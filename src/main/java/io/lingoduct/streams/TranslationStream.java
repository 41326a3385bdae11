package io.lingoduct.streams;

import io.lingoduct.config.RouteConfig;
import io.lingoduct.config.ServeConfig;
import io.lingoduct.engine.TextTranslator;
import io.lingoduct.kafka.ClientFaults;
import io.lingoduct.text.language.NgramLanguageDetector;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;

/**
 * Translates topics until it is closed or fails. Owns the Kafka clients, not the translators.
 */
public final class TranslationStream implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(120);
    private static final Duration CLEAN_STOP_LIMIT = Duration.ofSeconds(6);
    private static final Duration FORCED_STOP_LIMIT = Duration.ofSeconds(3);
    // Values submitted to the engine ahead of their turn: some thousands of short texts, a few very long ones. More of
    // them would fill the engine's queue and block the poll, which must stay well within the transaction timeout.
    private static final long PREFETCH_WINDOW_BYTES = 1 << 18;
    private static final int MAX_PREFETCHED_RECORDS = 100_000;

    private final KafkaStreams kafka;
    private final StreamFaults faults;
    private final StreamCounters counters;
    private final AtomicBoolean closing;
    private final AtomicBoolean stopNow;
    private final CompletableFuture<Void> running = new CompletableFuture<>();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();

    private TranslationStream(
            KafkaStreams kafka,
            StreamFaults faults,
            StreamCounters counters,
            AtomicBoolean closing,
            AtomicBoolean stopNow) {
        this.kafka = kafka;
        this.faults = faults;
        this.counters = counters;
        this.closing = closing;
        this.stopNow = stopNow;
    }

    /**
     * As {@link #start(ServeConfig, Function, LanguagePairs, boolean)}, for services in which every route names its model.
     */
    public static TranslationStream start(
            ServeConfig config, Function<RouteConfig, TextTranslator> translators, boolean createTopics) {
        return start(config, translators, LanguagePairs.none(), createTopics);
    }

    /**
     * Starts translating and returns when the group has handed out its partitions.
     *
     * @param translators the translator of each route that names its model; called once for each
     * @param pairs the translators that the other routes choose from
     * @param createTopics whether to create output and dead-letter topics that do not exist
     * @throws StreamStartException if no broker answers, a topic does not exist or access is denied, or no model translates
     *     what a route asks for
     * @throws io.lingoduct.config.ConfigException if a format is not available
     */
    public static TranslationStream start(
            ServeConfig config,
            Function<RouteConfig, TextTranslator> translators,
            LanguagePairs pairs,
            boolean createTopics) {
        var routes =
                new RouteFactory(config, pairs, NgramLanguageDetector::load).routes(translators, Clock.systemUTC());
        var topics = Topics.lookUp(config, routes, createTopics);
        int deadLetterBytes = topics.maxRecordBytes(config.deadLetters());

        var closing = new AtomicBoolean();
        var stopNow = new AtomicBoolean();
        var counters = new StreamCounters();
        var slow = new SlowTranslations();
        var buffer = new PrefetchBuffer(PREFETCH_WINDOW_BYTES, MAX_PREFETCHED_RECORDS, slow);
        var policy = new FaultPolicy(new DeadLetters(config.deadLetters(), deadLetterBytes), counters, closing::get);
        var topology = TranslationTopology.build(routes, new StreamParts(buffer, slow, counters, stopNow::get, topics));
        var settings = StreamSettings.of(config, new Prefetch(buffer, routes), policy, topics.largestRecordBytes());
        try {
            var stream = new TranslationStream(
                    new KafkaStreams(topology, settings),
                    new StreamFaults(System::nanoTime),
                    counters,
                    closing,
                    stopNow);
            stream.run();
            return stream;
        } catch (KafkaException e) {
            var explained = ClientFaults.of(config.kafka(), "kafka.").explain(e);
            throw new StreamStartException(
                    explained.orElseGet(() -> "Kafka Streams refuses to start: " + e.getMessage()), e);
        }
    }

    /** What was done so far. */
    public StreamFigures figures() {
        return counters.figures();
    }

    /** The state as Kafka Streams names it. */
    public KafkaStreams.State state() {
        return kafka.state();
    }

    /**
     * Waits until the stream has ended.
     *
     * @return what ended it, or empty if it was closed
     */
    public Optional<Throwable> awaitEnd() throws InterruptedException {
        try {
            ended.get();
        } catch (ExecutionException e) {
            return Optional.of(e.getCause());
        }
        return Optional.empty();
    }

    /**
     * Finishes the messages at hand, commits and leaves the group; what takes longer than a few seconds is given up
     * uncommitted, to be translated after the next start. Takes less than ten seconds.
     */
    @Override
    public void close() {
        closing.set(true);
        if (!close(CLEAN_STOP_LIMIT)) {
            stopNow.set(true);
            close(FORCED_STOP_LIMIT);
        }
        running.cancel(false);
        ended.complete(null);
    }

    private boolean close(Duration limit) {
        return kafka.close(CloseOptions.groupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP)
                .withTimeout(limit));
    }

    private void run() {
        kafka.setUncaughtExceptionHandler(faults);
        kafka.setStateListener((to, from) -> changed(to));
        kafka.start();
        try {
            running.get(START_LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            close();
            throw new StreamStartException(
                    "no partitions were assigned within " + START_LIMIT.toSeconds() + " s; state " + kafka.state(), e);
        } catch (ExecutionException e) {
            close();
            throw new StreamStartException("the stream failed to start: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            close();
            throw new InterruptException(e);
        }
    }

    private void changed(KafkaStreams.State to) {
        if (to == KafkaStreams.State.RUNNING) {
            running.complete(null);
        } else if (to == KafkaStreams.State.ERROR) {
            var cause = faults.fatal();
            var reported = cause == null ? new IllegalStateException("all stream threads have died") : cause;
            running.completeExceptionally(reported);
            ended.completeExceptionally(reported);
        } else if (to == KafkaStreams.State.NOT_RUNNING) {
            ended.complete(null);
        }
    }
}
