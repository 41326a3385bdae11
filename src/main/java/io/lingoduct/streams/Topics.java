package io.lingoduct.streams;

import io.lingoduct.config.ServeConfig;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.streams.StreamsConfig;

/** What is known about the topics of the routes before anything is read from them. */
final class Topics {

    private static final int ANSWER_WITHIN_MS = 10_000;
    private static final int RECONNECT_AFTER_MS = 3_000;

    private final Map<String, TopicFacts> facts;

    private Topics(Map<String, TopicFacts> facts) {
        this.facts = facts;
    }

    TopicFacts facts(String topic) {
        return facts.get(topic);
    }

    /**
     * Looks all topics up.
     *
     * @param create whether to create output and dead-letter topics that do not exist
     * @throws StreamStartException if no broker answers, access is denied or a topic does not exist
     */
    static Topics lookUp(ServeConfig config, boolean create) {
        try (var admin = Admin.create(adminSettings(config))) {
            var inputs = inputs(config);
            var outputs = outputs(config);
            var known = new TreeMap<>(describe(admin, union(inputs, outputs)));
            var missingInputs = missing(inputs, known);
            if (!missingInputs.isEmpty()) {
                throw new StreamStartException("no such input topic at " + config.bootstrapServers() + ": "
                        + String.join(", ", missingInputs));
            }
            var missingOutputs = missing(outputs, known);
            if (!missingOutputs.isEmpty()) {
                if (!create) {
                    throw new StreamStartException("no such topic at " + config.bootstrapServers() + ": "
                            + String.join(", ", missingOutputs) + "; create it, or start with --create-topics");
                }
                known.putAll(TopicCreation.create(admin, config, missingOutputs, known));
            }
            return new Topics(known);
        } catch (TimeoutException e) {
            throw new StreamStartException(
                    "no broker answers at " + config.bootstrapServers() + " within " + ANSWER_WITHIN_MS / 1000 + " s",
                    e);
        } catch (ConfigException e) {
            throw new StreamStartException("Kafka refuses a setting: " + e.getMessage(), e);
        } catch (KafkaException e) {
            throw new StreamStartException(
                    "cannot reach Kafka at " + config.bootstrapServers() + ": "
                            + deepest(e).getMessage(),
                    e);
        }
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

    /** The facts of those topics that exist. */
    static Map<String, TopicFacts> describe(Admin admin, Set<String> topics) {
        var partitions = new TreeMap<String, Integer>();
        for (var asked : admin.describeTopics(topics).topicNameValues().entrySet()) {
            partitions(asked.getValue()).ifPresent(count -> partitions.put(asked.getKey(), count));
        }
        var limits = TopicFacts.maxMessageBytes(admin, partitions.keySet());
        var facts = new TreeMap<String, TopicFacts>();
        partitions.forEach((topic, count) -> facts.put(topic, new TopicFacts(count, limits.get(topic))));
        return facts;
    }

    private static OptionalInt partitions(KafkaFuture<TopicDescription> description) {
        try {
            return OptionalInt.of(await(description).partitions().size());
        } catch (UnknownTopicOrPartitionException e) {
            return OptionalInt.empty();
        }
    }

    private static Set<String> inputs(ServeConfig config) {
        var inputs = new LinkedHashSet<String>();
        config.routes().forEach(route -> inputs.addAll(route.from()));
        // The output of one route may be the input of another; it can be created then.
        config.routes().forEach(route -> inputs.remove(route.to()));
        return inputs;
    }

    private static Set<String> outputs(ServeConfig config) {
        var outputs = new LinkedHashSet<String>();
        config.routes().forEach(route -> outputs.add(route.to()));
        outputs.add(config.deadLetters());
        return outputs;
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        var union = new LinkedHashSet<>(one);
        union.addAll(other);
        return union;
    }

    private static Set<String> missing(Set<String> names, Map<String, TopicFacts> known) {
        var missing = new LinkedHashSet<>(names);
        missing.removeAll(known.keySet());
        return missing;
    }

    private static Throwable deepest(Throwable e) {
        return e.getCause() == null ? e : deepest(e.getCause());
    }
}
