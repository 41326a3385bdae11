package io.lingoduct.streams.topics;

import io.lingoduct.streams.message.Route;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Questions to the brokers about topics. All of them throw {@link org.apache.kafka.common.KafkaException} without an answer. */
final class TopicLookUp {

    /**
     * Facts of one topic.
     *
     * @param partitions number of partitions
     * @param limits of its records
     */
    record Facts(int partitions, TopicLimits limits) {}

    private static final Logger LOG = LoggerFactory.getLogger(TopicLookUp.class);

    private final Admin admin;

    TopicLookUp(Admin admin) {
        this.admin = admin;
    }

    /** The facts of those topics that exist. */
    Map<String, Facts> describe(Collection<String> topics) {
        var partitions = partitions(topics);
        var facts = new TreeMap<String, Facts>();
        limits(partitions.keySet())
                .forEach((topic, limits) -> facts.put(topic, new Facts(partitions.get(topic), limits)));
        return facts;
    }

    /** The number of partitions of those topics that exist. */
    Map<String, Integer> partitions(Collection<String> topics) {
        var partitions = new TreeMap<String, Integer>();
        for (var asked : admin.describeTopics(topics).topicNameValues().entrySet()) {
            partitions(asked.getValue()).ifPresent(count -> partitions.put(asked.getKey(), count));
        }
        return partitions;
    }

    /** The topics that exist and that a route's pattern matches. */
    Set<String> matched(Route route) {
        if (!route.from().hasPattern()) {
            return Set.of();
        }
        var matched = new LinkedHashSet<>(AdminCall.await(admin.listTopics().names()));
        matched.removeIf(topic -> !route.from().contains(topic));
        return matched;
    }

    /** The limits of each topic; the defaults where the client may not ask. Topics that have gone meanwhile are left out. */
    private Map<String, TopicLimits> limits(Collection<String> topics) {
        var resources = topics.stream()
                .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic))
                .toList();
        var limits = new TreeMap<String, TopicLimits>();
        admin.describeConfigs(resources).values().forEach((resource, config) -> {
            try {
                limits.put(resource.name(), TopicLimits.of(AdminCall.await(config)));
            } catch (AuthorizationException | UnsupportedVersionException e) {
                LOG.warn(
                        "cannot read the settings of topic {}; taking Kafka's defaults, such as max.message.bytes = {}",
                        resource.name(),
                        TopicLimits.DEFAULT.maxMessageBytes());
                limits.put(resource.name(), TopicLimits.DEFAULT);
            } catch (UnknownTopicOrPartitionException e) {
                LOG.debug("topic {} has gone before its settings were read", resource.name());
            }
        });
        return limits;
    }

    private static OptionalInt partitions(KafkaFuture<TopicDescription> description) {
        try {
            return OptionalInt.of(AdminCall.await(description).partitions().size());
        } catch (UnknownTopicOrPartitionException e) {
            return OptionalInt.empty();
        }
    }
}
