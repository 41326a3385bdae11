package io.lingoduct.streams.topics;

import io.lingoduct.streams.message.Route;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Creates output topics with as many partitions as their input has, and the brokers' default of replicas. */
final class TopicCreation {

    private static final Logger LOG = LoggerFactory.getLogger(TopicCreation.class);
    // Room for the headers that name the cause.
    private static final int DEAD_LETTER_SLACK_BYTES = 65_536;

    private TopicCreation() {}

    /**
     * @param missing output and dead-letter topics to create
     * @param known facts of the topics that exist
     * @return facts of the topics created
     */
    static Map<String, TopicFacts> create(
            Admin admin, List<Route> routes, String deadLetters, Set<String> missing, Map<String, TopicFacts> known) {
        var planned = new TreeMap<>(known);
        for (var topic : missing) {
            planned.put(topic, plan(topic, routes, topic.equals(deadLetters), planned));
            LOG.info(
                    "creating topic {} with {} partitions",
                    topic,
                    planned.get(topic).partitions());
        }
        var topics = missing.stream()
                .map(topic -> newTopic(topic, planned.get(topic), topic.equals(deadLetters)))
                .toList();
        var result = admin.createTopics(topics);
        for (var topic : missing) {
            try {
                AdminCall.await(result.values().get(topic));
            } catch (TopicExistsException e) {
                LOG.info("another instance has created topic {}", topic);
            }
        }
        planned.keySet().retainAll(missing);
        var partitions = new HashMap<String, Integer>();
        planned.forEach((topic, facts) -> partitions.put(topic, facts.partitions()));
        TopicLeaders.await(admin, partitions);
        // Others may have planned differently, and brokers have their own limits.
        planned.putAll(TopicLookUp.describe(admin, missing));
        return planned;
    }

    private static TopicFacts plan(
            String topic, List<Route> routes, boolean deadLetters, Map<String, TopicFacts> known) {
        var inputs = known.keySet().stream()
                .filter(input -> routes.stream()
                        .anyMatch(route -> deadLetters
                                ? route.from().contains(input)
                                : route.outputs(Set.of(input)).contains(topic)))
                .map(known::get)
                .toList();
        int partitions = inputs.stream().mapToInt(TopicFacts::partitions).max().orElse(1);
        int maxBytes = inputs.stream()
                .mapToInt(facts -> facts.limits().maxMessageBytes())
                .max()
                .orElse(TopicLimits.DEFAULT.maxMessageBytes());
        int slack = deadLetters ? DEAD_LETTER_SLACK_BYTES : 0;
        return new TopicFacts(partitions, TopicLimits.DEFAULT.withMaxMessageBytes((int)
                Math.min((long) maxBytes + slack, Integer.MAX_VALUE)));
    }

    private static NewTopic newTopic(String topic, TopicFacts facts, boolean deadLetters) {
        var created = new NewTopic(topic, Optional.of(facts.partitions()), Optional.empty());
        return deadLetters
                ? created.configs(Map.of(
                        TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                        Integer.toString(facts.limits().maxMessageBytes())))
                : created;
    }
}
