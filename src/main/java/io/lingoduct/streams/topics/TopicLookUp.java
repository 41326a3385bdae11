package io.lingoduct.streams.topics;

import io.lingoduct.service.ServeConfig;
import io.lingoduct.streams.fault.MissingTopicException;
import io.lingoduct.streams.message.Route;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the brokers for the topics of routes, and has outputs created that do not exist. */
final class TopicLookUp {

    private static final Logger LOG = LoggerFactory.getLogger(TopicLookUp.class);

    private final Admin admin;
    private final ServeConfig config;
    private final List<Route> routes;
    private final boolean create;

    TopicLookUp(Admin admin, ServeConfig config, List<Route> routes, boolean create) {
        this.admin = admin;
        this.config = config;
        this.routes = routes;
        this.create = create;
    }

    /**
     * The facts of every topic that a route reads or writes as far as can be known.
     *
     * @throws MissingTopicException if an input topic does not exist, or an output topic does not and must not be created
     */
    Map<String, TopicFacts> of(Route route) {
        var named = new LinkedHashSet<>(route.from().names());
        var inputs = new LinkedHashSet<>(named);
        inputs.addAll(matched(route));
        var outputs = new LinkedHashSet<>(route.outputs(inputs));
        outputs.add(config.deadLetters());

        var all = new LinkedHashSet<>(inputs);
        all.addAll(outputs);
        var known = new TreeMap<>(describe(admin, all));
        named.removeAll(known.keySet());
        if (!named.isEmpty()) {
            throw new MissingTopicException(
                    named.iterator().next(),
                    "no such input topic at " + config.bootstrapServers() + ": " + String.join(", ", named));
        }
        outputs.removeAll(known.keySet());
        known.putAll(created(outputs, known));
        return known;
    }

    /**
     * The facts of a topic that a pattern has brought along.
     *
     * @param known facts of other topics, that of its input among them
     * @throws MissingTopicException if the topic does not exist and must not be created
     */
    TopicFacts one(String topic, Map<String, TopicFacts> known) {
        var found = describe(admin, Set.of(topic)).get(topic);
        return found == null ? created(Set.of(topic), known).get(topic) : found;
    }

    /** The facts of those topics that exist. */
    static Map<String, TopicFacts> describe(Admin admin, Collection<String> topics) {
        var partitions = partitions(admin, topics);
        var limits = TopicFacts.limits(admin, partitions.keySet());
        var facts = new TreeMap<String, TopicFacts>();
        limits.forEach((topic, taken) -> facts.put(topic, new TopicFacts(partitions.get(topic), taken)));
        return facts;
    }

    /** The number of partitions of those topics that exist. */
    static Map<String, Integer> partitions(Admin admin, Collection<String> topics) {
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

    private Map<String, TopicFacts> created(Set<String> missing, Map<String, TopicFacts> known) {
        if (missing.isEmpty()) {
            return Map.of();
        }
        if (!create) {
            throw new MissingTopicException(
                    missing.iterator().next(),
                    "no such topic at " + config.bootstrapServers() + ": " + String.join(", ", missing)
                            + "; create it, or start with --create-topics");
        }
        var all = new TreeMap<>(known);
        all.putAll(otherInputs(known.keySet()));
        return TopicCreation.create(admin, routes, config.deadLetters(), missing, all);
    }

    /** Other routes may write the same topics, which have to be large enough for all; what must not be looked at counts for none. */
    private Map<String, TopicFacts> otherInputs(Set<String> known) {
        var others = new LinkedHashSet<String>();
        routes.forEach(route -> {
            others.addAll(route.from().names());
            others.addAll(matched(route));
        });
        others.removeAll(known);
        var facts = new TreeMap<String, TopicFacts>();
        for (var topic : others) {
            try {
                facts.putAll(describe(admin, Set.of(topic)));
            } catch (AuthorizationException e) {
                LOG.debug("topic {} is left out of the sizes of new topics", topic, e);
            }
        }
        return facts;
    }

    private static OptionalInt partitions(KafkaFuture<TopicDescription> description) {
        try {
            return OptionalInt.of(AdminCall.await(description).partitions().size());
        } catch (UnknownTopicOrPartitionException e) {
            return OptionalInt.empty();
        }
    }
}
