package io.lingoduct.streams;

import io.lingoduct.config.ServeConfig;
import io.lingoduct.kafka.ClientFaults;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.streams.StreamsConfig;

/**
 * What is known about the topics of the routes: all that is there before anything is read from them, and what a pattern
 * brings later as soon as it is asked for.
 */
final class Topics implements TopicBook {

    private static final int ANSWER_WITHIN_MS = 10_000;
    private static final int RECONNECT_AFTER_MS = 3_000;

    private final ServeConfig config;
    private final List<Route> routes;
    private final boolean create;
    private final Map<String, TopicFacts> facts = new ConcurrentHashMap<>();
    private final int largestRecordBytes;

    private Topics(ServeConfig config, List<Route> routes, boolean create, Map<String, TopicFacts> known) {
        this.config = config;
        this.routes = routes;
        this.create = create;
        this.facts.putAll(known);
        this.largestRecordBytes = outputs(inputs(known.keySet())).stream()
                .mapToInt(topic -> usersLimit(known.get(topic).maxMessageBytes()))
                .max()
                .orElseThrow();
    }

    /**
     * Looks all topics up.
     *
     * @param create whether to create output and dead-letter topics that do not exist
     * @throws StreamStartException if no broker answers, access is denied or a topic does not exist
     */
    static Topics lookUp(ServeConfig config, List<Route> routes, boolean create) {
        try (var admin = Admin.create(adminSettings(config))) {
            return new Topics(config, routes, create, new TopicLookUp(admin, config, routes, create).all());
        } catch (MissingTopicException e) {
            throw new StreamStartException(e.getMessage(), e);
        } catch (KafkaException e) {
            var explained = ClientFaults.of(config.kafka(), "kafka.").explain(e);
            throw new StreamStartException(explained.orElseGet(() -> unexplained(config, e)), e);
        }
    }

    /**
     * @throws MissingTopicException if the topic does not exist
     */
    @Override
    public int partitions(String topic) {
        return facts(topic).partitions();
    }

    /**
     * @throws MissingTopicException if the topic does not exist and must not be created
     */
    @Override
    public int maxRecordBytes(String topic) {
        return Math.min(usersLimit(facts(topic).maxMessageBytes()), largestRecordBytes);
    }

    /** Largest record that any of the topics takes which were known at the start; the producer needs no more. */
    int largestRecordBytes() {
        return largestRecordBytes;
    }

    private TopicFacts facts(String topic) {
        var known = facts.get(topic);
        if (known != null) {
            return known;
        }
        try (var admin = Admin.create(adminSettings(config))) {
            var found = new TopicLookUp(admin, config, routes, create).one(topic, Map.copyOf(facts));
            facts.put(topic, found);
            return found;
        }
    }

    private int usersLimit(int maxMessageBytes) {
        return StreamSettings.maxRecordBytes(config, maxMessageBytes);
    }

    private Set<String> inputs(Collection<String> topics) {
        return topics.stream()
                .filter(topic -> routes.stream().anyMatch(route -> route.from().contains(topic)))
                .collect(Collectors.toSet());
    }

    private Set<String> outputs(Collection<String> inputs) {
        var outputs = new LinkedHashSet<String>();
        routes.forEach(route -> outputs.addAll(route.outputs(inputs)));
        outputs.add(config.deadLetters());
        return outputs;
    }

    private static Map<String, Object> adminSettings(ServeConfig config) {
        var settings = new StreamsConfig(StreamSettings.clients(config)).getAdminConfigs("lingoduct-check");
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_WITHIN_MS);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_WITHIN_MS / 2);
        // Each attempt logs a warning of its own.
        settings.putIfAbsent(AdminClientConfig.RECONNECT_BACKOFF_MS_CONFIG, RECONNECT_AFTER_MS);
        settings.putIfAbsent(AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, RECONNECT_AFTER_MS);
        return settings;
    }

    /** The result of a request, with the exceptions of a synchronous one. */
    static <T> T await(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException cause ? cause : new KafkaException(e.getCause());
        }
    }

    private static String unexplained(ServeConfig config, KafkaException fault) {
        return fault instanceof TimeoutException
                ? "no broker answers at " + config.bootstrapServers() + " within " + ANSWER_WITHIN_MS / 1000 + " s"
                : "cannot reach Kafka at " + config.bootstrapServers() + ": "
                        + deepest(fault).getMessage();
    }

    private static Throwable deepest(Throwable e) {
        return e.getCause() == null ? e : deepest(e.getCause());
    }
}
