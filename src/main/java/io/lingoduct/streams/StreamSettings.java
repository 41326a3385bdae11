package io.lingoduct.streams;

import io.lingoduct.config.Guarantee;
import io.lingoduct.config.ServeConfig;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/** Settings of Kafka Streams: ours where the user's say nothing, then the user's, then those that must be. */
final class StreamSettings {

    // Long enough for the slowest batches, short enough for a crash to be over soon: until it has passed, nobody reads
    // what the transaction of a killed process has touched.
    private static final int TRANSACTION_TIMEOUT_MS = 30_000;
    // Readers that wait for commits see a translation this much later.
    private static final int COMMIT_INTERVAL_MS = 200;
    // Kafka Streams waits 100 ms for companions, which is most of the latency of a small load.
    private static final int PRODUCER_LINGER_MS = 5;
    // One very long text may take minutes on a slow machine; a dead process is noticed by its missing heartbeats.
    private static final int MAX_POLL_INTERVAL_MS = 600_000;
    // Kafka's own default.
    private static final int PRODUCER_BUFFER_BYTES = 32 << 20;
    // While one thread polls or commits, the other keeps the engine busy.
    private static final int STREAM_THREADS = 2;
    private static final int TOKENS_PER_MESSAGE = 20;
    private static final int PREFETCHED_BATCHES = 6;

    // Prefixes of a client's settings, the strongest first.
    private static final List<String> MAIN_CONSUMER =
            List.of(StreamsConfig.MAIN_CONSUMER_PREFIX, StreamsConfig.CONSUMER_PREFIX, "");
    private static final List<String> PRODUCER = List.of(StreamsConfig.PRODUCER_PREFIX, "");

    private StreamSettings() {}

    /**
     * @param maxRecordBytes largest record that any output topic takes
     */
    static Properties of(ServeConfig config, Prefetch prefetch, FaultPolicy policy, int maxRecordBytes) {
        var settings = clients(config);
        putClientDefault(settings, config, PRODUCER, ProducerConfig.MAX_REQUEST_SIZE_CONFIG, maxRecordBytes);
        // No record may be larger than the whole buffer.
        putClientDefault(
                settings,
                config,
                PRODUCER,
                ProducerConfig.BUFFER_MEMORY_CONFIG,
                Math.max(PRODUCER_BUFFER_BYTES, maxRecordBytes));
        settings.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, MessageFaultHandler.class);
        settings.put(MessageFaultHandler.POLICY, policy);
        settings.put(
                StreamsConfig.mainConsumerPrefix(ConsumerConfig.INTERCEPTOR_CLASSES_CONFIG),
                PrefetchInterceptor.class.getName());
        settings.put(StreamsConfig.mainConsumerPrefix(PrefetchInterceptor.PREFETCH), prefetch);
        return settings;
    }

    /** Settings without the parts of a running stream: enough to connect a client. */
    static Properties clients(ServeConfig config) {
        var settings = new Properties();
        int depth = prefetchDepth(config);
        settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, STREAM_THREADS);
        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, COMMIT_INTERVAL_MS);
        settings.put(StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG, depth);
        settings.put(StreamsConfig.DEFAULT_TIMESTAMP_EXTRACTOR_CLASS_CONFIG, TimestampOrNow.class);
        putClientDefault(settings, config, MAIN_CONSUMER, ConsumerConfig.MAX_POLL_RECORDS_CONFIG, depth);
        putClientDefault(
                settings, config, MAIN_CONSUMER, ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, MAX_POLL_INTERVAL_MS);
        putClientDefault(settings, config, PRODUCER, ProducerConfig.LINGER_MS_CONFIG, PRODUCER_LINGER_MS);
        if (config.guarantee() == Guarantee.EXACTLY_ONCE) {
            putClientDefault(
                    settings, config, PRODUCER, ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_TIMEOUT_MS);
        }
        settings.putAll(config.kafka());
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, config.applicationId());
        settings.put(
                StreamsConfig.PROCESSING_GUARANTEE_CONFIG,
                switch (config.guarantee()) {
                    case EXACTLY_ONCE -> StreamsConfig.EXACTLY_ONCE_V2;
                    case AT_LEAST_ONCE -> StreamsConfig.AT_LEAST_ONCE;
                });
        return settings;
    }

    /**
     * The largest record in bytes that the user's settings let a producer send, or the fallback if that is less.
     *
     * @throws StreamStartException if one of them is no number
     */
    static int maxRecordBytes(ServeConfig config, int fallback) {
        long request =
                usersNumber(config, ProducerConfig.MAX_REQUEST_SIZE_CONFIG).orElse(fallback);
        long buffer = usersNumber(config, ProducerConfig.BUFFER_MEMORY_CONFIG).orElse(fallback);
        return (int) Math.min(fallback, Math.min(request, buffer));
    }

    private static OptionalLong usersNumber(ServeConfig config, String name) {
        var users = users(config, PRODUCER, name);
        try {
            return users.map(Long::parseLong).map(OptionalLong::of).orElse(OptionalLong.empty());
        } catch (NumberFormatException e) {
            throw new StreamStartException("kafka." + name + " is no number", e);
        }
    }

    /** Records polled at once: enough for several batches of short messages, so that they can be sorted by length. */
    static int prefetchDepth(ServeConfig config) {
        int perBatch = config.engine().batchTokens() / TOKENS_PER_MESSAGE;
        return Math.min(Math.max(perBatch * PREFETCHED_BATCHES, 100), 5_000);
    }

    // With a prefix, a default of ours would beat the user's setting without one.
    private static void putClientDefault(
            Properties settings, ServeConfig config, List<String> prefixes, String name, Object value) {
        if (users(config, prefixes, name).isEmpty()) {
            settings.put(prefixes.get(0) + name, value);
        }
    }

    private static Optional<String> users(ServeConfig config, List<String> prefixes, String name) {
        return prefixes.stream()
                .flatMap(prefix -> Optional.ofNullable(config.kafka().get(prefix + name)).stream())
                .findFirst();
    }
}
