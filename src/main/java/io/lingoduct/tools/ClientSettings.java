package io.lingoduct.tools;

import io.lingoduct.kafka.ClientFaults;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/**
 * Settings of Kafka's clients as users write them down: for plain clients, or for Kafka Streams with its prefixes
 * ({@code consumer.}, {@code producer.}, {@code admin.}). Every client gets those that are meant for it.
 */
public final class ClientSettings {

    /** Usual address of a broker on this machine. */
    public static final String DEFAULT_SERVERS = "localhost:9092";

    // The later prefix wins, as in Kafka Streams.
    private static final List<String> CONSUMER =
            List.of(StreamsConfig.CONSUMER_PREFIX, StreamsConfig.MAIN_CONSUMER_PREFIX);
    private static final List<String> PRODUCER = List.of(StreamsConfig.PRODUCER_PREFIX);
    private static final List<String> ADMIN = List.of(StreamsConfig.ADMIN_CLIENT_PREFIX);
    private static final List<String> ALL_PREFIXES = List.of(
            StreamsConfig.CONSUMER_PREFIX,
            StreamsConfig.MAIN_CONSUMER_PREFIX,
            StreamsConfig.RESTORE_CONSUMER_PREFIX,
            StreamsConfig.GLOBAL_CONSUMER_PREFIX,
            StreamsConfig.PRODUCER_PREFIX,
            StreamsConfig.ADMIN_CLIENT_PREFIX,
            StreamsConfig.TOPIC_PREFIX);
    private static final Set<String> STREAMS_NAMES = StreamsConfig.configDef().names();

    private final Map<String, String> settings;

    /** @param settings later sources put over earlier ones; {@code bootstrap.servers} may be absent */
    public ClientSettings(Map<String, String> settings) {
        var complete = new HashMap<>(settings);
        complete.putIfAbsent(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, DEFAULT_SERVERS);
        this.settings = Map.copyOf(complete);
    }

    /** Addresses of the brokers. */
    public String bootstrapServers() {
        return settings.get(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG);
    }

    /** Explains what clients with these settings throw. */
    ClientFaults faults() {
        return ClientFaults.of(settings, "");
    }

    /**
     * @param defaults what holds where the user's settings say nothing
     * @param fixed what holds whatever they say
     */
    Map<String, Object> consumer(Map<String, ?> defaults, Map<String, ?> fixed) {
        return of(CONSUMER, ConsumerConfig.configNames(), defaults, fixed);
    }

    /**
     * @param defaults what holds where the user's settings say nothing
     * @param fixed what holds whatever they say
     */
    Map<String, Object> producer(Map<String, ?> defaults, Map<String, ?> fixed) {
        return of(PRODUCER, ProducerConfig.configNames(), defaults, fixed);
    }

    Map<String, Object> admin(Map<String, ?> defaults, Map<String, ?> fixed) {
        return of(ADMIN, AdminClientConfig.configNames(), defaults, fixed);
    }

    private Map<String, Object> of(
            List<String> prefixes, Set<String> clientNames, Map<String, ?> defaults, Map<String, ?> fixed) {
        var result = new HashMap<String, Object>(defaults);
        settings.forEach((name, value) -> {
            if (ALL_PREFIXES.stream().noneMatch(name::startsWith) && isForClient(name, clientNames)) {
                result.put(name, value);
            }
        });
        for (var prefix : prefixes) {
            settings.forEach((name, value) -> {
                if (name.startsWith(prefix)) {
                    result.put(name.substring(prefix.length()), value);
                }
            });
        }
        result.putAll(fixed);
        return result;
    }

    // Names that nobody knows may belong to a login module or an interceptor of the user.
    private static boolean isForClient(String name, Set<String> clientNames) {
        return clientNames.contains(name) || !STREAMS_NAMES.contains(name);
    }
}
