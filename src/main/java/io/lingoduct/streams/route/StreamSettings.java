package io.lingoduct.streams.route;

import io.lingoduct.service.Guarantee;
import io.lingoduct.service.RouteConfig;
import io.lingoduct.service.ServeConfig;
import io.lingoduct.streams.deadletter.FaultPolicy;
import io.lingoduct.streams.fault.StreamStartException;
import io.lingoduct.streams.prefetch.PrefetchInterceptor;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.GroupProtocol;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.TimestampExtractor;

/** Settings of Kafka Streams: ours where the user's say nothing, then the user's, then those that must be. */
public final class StreamSettings {

    // Long enough for the slowest batches, short enough for a crash to be over soon: until it has passed, nobody reads
    // what the transaction of a killed process has touched.
    private static final int TRANSACTION_TIMEOUT_MS = 30_000;
    // Readers that wait for commits see a translation this much later.
    private static final int COMMIT_INTERVAL_MS = 200;
    // Kafka Streams waits 100 ms for companions, which is most of the latency of a small load.
    private static final int PRODUCER_LINGER_MS = 5;
    // One very long text may take minutes on a slow machine; a dead process is noticed by its missing heartbeats.
    private static final int MAX_POLL_INTERVAL_MS = 600_000;
    // There is no global thread, but Kafka warns at each start until this is said; its own constant is deprecated
    // already.
    private static final String GLOBAL_HANDLER = "processing.exception.handler.global.enabled";
    private static final int IDLE_BEYOND_MS = 60_000;
    // A message needs no other topic's. To wait for one would never end where nothing is fetched until memory is free.
    private static final long WAIT_FOR_NO_OTHER_TOPIC = -1;
    // While one thread polls or commits, the other keeps the engine busy.
    private static final int STREAM_THREADS = 2;
    // From as many routes on, others keep the engine busy anyway.
    private static final int MANY_ROUTES = 8;
    // The producer estimates a record's size from above.
    private static final int ESTIMATE_BYTES = 64;
    // Kafka's default.
    private static final int PRODUCER_BATCH_BYTES = 16_384;
    private static final int TOKENS_PER_MESSAGE = 20;
    private static final int PREFETCHED_BATCHES = 6;

    // Prefixes of a client's settings, the strongest first.
    private static final List<String> MAIN_CONSUMER =
            List.of(StreamsConfig.MAIN_CONSUMER_PREFIX, StreamsConfig.CONSUMER_PREFIX, "");
    private static final List<String> PRODUCER = List.of(StreamsConfig.PRODUCER_PREFIX, "");

    private StreamSettings() {}

    /**
     * @param route the route, which is a group of its own
     * @param instance tells this process's members of the group from others', see {@link RouteFingerprint}
     * @param smallestLimit {@code max.message.bytes} of the output that takes the least
     */
    static Properties of(
            ServeConfig config,
            RouteConfig route,
            String instance,
            PrefetchInterceptor.Parts prefetch,
            FaultPolicy policy,
            int smallestLimit) {
        var settings = clients(config);
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, group(config, route));
        var users = config.kafka().get(StreamsConfig.CLIENT_ID_CONFIG);
        settings.put(
                StreamsConfig.CLIENT_ID_CONFIG,
                (users == null ? group(config, route) : users + "-" + route.name()) + instance);
        // A producer does not split a batch that is smaller than this, however little its topic takes.
        putClientDefault(
                settings,
                config,
                PRODUCER,
                ProducerConfig.BATCH_SIZE_CONFIG,
                Math.min(PRODUCER_BATCH_BYTES, smallestLimit));
        settings.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, FaultPolicy.Handler.class);
        settings.put(FaultPolicy.Handler.POLICY, policy);
        settings.put(
                StreamsConfig.mainConsumerPrefix(ConsumerConfig.INTERCEPTOR_CLASSES_CONFIG),
                PrefetchInterceptor.class.getName());
        settings.put(StreamsConfig.mainConsumerPrefix(PrefetchInterceptor.PARTS), prefetch);
        return settings;
    }

    /** The consumer group of a route, and the first part of its transactional ids. */
    static String group(ServeConfig config, RouteConfig route) {
        return config.applicationId() + "-" + route.name();
    }

    /**
     * Settings of the service's admin client.
     *
     * @throws org.apache.kafka.common.KafkaException if Kafka refuses one of the user's settings
     */
    public static Map<String, Object> admin(ServeConfig config) {
        return new StreamsConfig(clients(config)).getAdminConfigs("lingoduct-check");
    }

    /** Settings without the parts of a running stream: enough to connect a client. */
    static Properties clients(ServeConfig config) {
        var settings = new Properties();
        int depth = prefetchDepth(config);
        var shares = memory(config);
        settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, ownThreads(config));
        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, COMMIT_INTERVAL_MS);
        settings.put(StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG, depth);
        settings.put(GLOBAL_HANDLER, true);
        settings.put(StreamsConfig.DEFAULT_TIMESTAMP_EXTRACTOR_CLASS_CONFIG, TimestampOrNow.class);
        putClientDefault(settings, config, MAIN_CONSUMER, ConsumerConfig.MAX_POLL_RECORDS_CONFIG, depth);
        putClientDefault(
                settings, config, MAIN_CONSUMER, ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, MAX_POLL_INTERVAL_MS);
        // Kafka warns of connections that may be closed while a message is translated.
        putClientDefault(
                settings,
                config,
                MAIN_CONSUMER,
                ConsumerConfig.CONNECTIONS_MAX_IDLE_MS_CONFIG,
                MAX_POLL_INTERVAL_MS + IDLE_BEYOND_MS);
        putClientDefault(settings, config, MAIN_CONSUMER, ConsumerConfig.FETCH_MAX_BYTES_CONFIG, shares.fetchBytes());
        putClientDefault(
                settings,
                config,
                MAIN_CONSUMER,
                ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
                Math.min(ConsumerConfig.DEFAULT_MAX_PARTITION_FETCH_BYTES, shares.fetchBytes()));
        putClientDefault(settings, config, PRODUCER, ProducerConfig.LINGER_MS_CONFIG, PRODUCER_LINGER_MS);
        putClientDefault(settings, config, PRODUCER, ProducerConfig.BUFFER_MEMORY_CONFIG, shares.producerBytes());
        // What a topic takes is looked at before anything is sent; a limit of the producer's own would only get in the
        // way.
        putClientDefault(settings, config, PRODUCER, ProducerConfig.MAX_REQUEST_SIZE_CONFIG, shares.producerBytes());
        if (config.guarantee() == Guarantee.EXACTLY_ONCE) {
            putClientDefault(
                    settings, config, PRODUCER, ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_TIMEOUT_MS);
        }
        settings.putAll(config.kafka());
        settings.put(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, WAIT_FOR_NO_OTHER_TOPIC);
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
     * The largest record in bytes that the producers can send: no larger than a request, and than their buffer.
     *
     * @throws StreamStartException if one of the user's settings is no number
     */
    public static int largestRecordBytes(ServeConfig config) {
        int buffer = memory(config).producerBytes();
        long request = usersNumber(config, PRODUCER, ProducerConfig.MAX_REQUEST_SIZE_CONFIG, buffer);
        long memory = usersNumber(config, PRODUCER, ProducerConfig.BUFFER_MEMORY_CONFIG, buffer);
        return (int) Math.max(1, Math.min(request, memory) - ESTIMATE_BYTES);
    }

    /** Memory that the clients of a thread may fill; all routes share the heap. */
    static MemoryShares memory(ServeConfig config) {
        long threads = usersNumber(config, List.of(""), StreamsConfig.NUM_STREAM_THREADS_CONFIG, ownThreads(config));
        return MemoryShares.of(
                Runtime.getRuntime().maxMemory(),
                (int) Math.max(1, threads) * config.routes().size());
    }

    private static int ownThreads(ServeConfig config) {
        return config.routes().size() < MANY_ROUTES ? STREAM_THREADS : 1;
    }

    private static long usersNumber(ServeConfig config, List<String> prefixes, String name, long fallback) {
        var users = users(config, prefixes, name);
        try {
            return users.map(Long::parseLong).orElse(fallback);
        } catch (NumberFormatException e) {
            throw new StreamStartException("kafka." + name + " is no number", e);
        }
    }

    /** Whether the broker hands out the tasks, and not the group's leader. */
    static boolean isHandedOutByBroker(ServeConfig config) {
        return GroupProtocol.STREAMS.name.equalsIgnoreCase(config.kafka().get(StreamsConfig.GROUP_PROTOCOL_CONFIG));
    }

    /** Records polled at once: enough for several batches of short messages, so that they can be sorted by length. */
    static int prefetchDepth(ServeConfig config) {
        int perBatch = config.engine().options().batchTokens() / TOKENS_PER_MESSAGE;
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

    /**
     * The record's own timestamp, or the time of reading for records without one: Kafka Streams' own extractors stop at such
     * records or lose them. Made by Kafka from the class name in its settings.
     */
    public static final class TimestampOrNow implements TimestampExtractor {

        private final InstantSource clock;

        public TimestampOrNow() {
            this(InstantSource.system());
        }

        TimestampOrNow(InstantSource clock) {
            this.clock = clock;
        }

        @Override
        public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
            return record.timestamp() >= 0 ? record.timestamp() : clock.millis();
        }
    }
}
