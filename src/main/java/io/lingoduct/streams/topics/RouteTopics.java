package io.lingoduct.streams.topics;

import io.lingoduct.service.ServeConfig;
import io.lingoduct.streams.fault.MissingTopicException;
import io.lingoduct.streams.message.Route;
import io.lingoduct.streams.topics.TopicLookUp.Facts;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Topics that a route reads and writes: found at the brokers or, where that is allowed, created with as many partitions as
 * their input has and the brokers' default of replicas.
 */
final class RouteTopics {

    private static final Logger LOG = LoggerFactory.getLogger(RouteTopics.class);
    // Room for the headers that name the cause.
    private static final int DEAD_LETTER_SLACK_BYTES = 65_536;

    private final Admin admin;
    private final TopicLookUp lookUp;
    private final ServeConfig config;
    private final List<Route> routes;
    private final boolean create;

    /**
     * @param routes all of the service: some may write the same topics, which have to be large enough for all
     * @param create whether to create output and dead-letter topics that do not exist
     */
    RouteTopics(Admin admin, TopicLookUp lookUp, ServeConfig config, List<Route> routes, boolean create) {
        this.admin = admin;
        this.lookUp = lookUp;
        this.config = config;
        this.routes = routes;
        this.create = create;
    }

    /**
     * The facts of every topic that a route reads or writes as far as can be known.
     *
     * @throws MissingTopicException if an input topic does not exist, or an output topic does not and must not be created
     */
    Map<String, Facts> of(Route route) {
        var named = new LinkedHashSet<>(route.from().names());
        var inputs = new LinkedHashSet<>(named);
        inputs.addAll(lookUp.matched(route));
        var outputs = new LinkedHashSet<>(route.outputs(inputs));
        outputs.add(config.deadLetters());

        var all = new LinkedHashSet<>(inputs);
        all.addAll(outputs);
        var known = new TreeMap<>(lookUp.describe(all));
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
    Facts one(String topic, Map<String, Facts> known) {
        var found = lookUp.describe(Set.of(topic)).get(topic);
        return found == null ? created(Set.of(topic), known).get(topic) : found;
    }

    private Map<String, Facts> created(Set<String> missing, Map<String, Facts> known) {
        if (missing.isEmpty()) {
            return Map.of();
        }
        if (!create) {
            throw new MissingTopicException(
                    missing.iterator().next(),
                    "no such topic at " + config.bootstrapServers() + ": " + String.join(", ", missing)
                            + "; create it, or start with --create-topics");
        }
        var inputs = new TreeMap<>(known);
        inputs.putAll(otherInputs(known.keySet()));
        var planned = plan(missing, inputs);
        create(planned);
        var partitions = new HashMap<String, Integer>();
        planned.forEach((topic, facts) -> partitions.put(topic, facts.partitions()));
        TopicLeaders.await(admin, partitions);
        // Others may have planned differently, and brokers have their own limits.
        planned.putAll(lookUp.describe(missing));
        return planned;
    }

    /** The inputs of other routes that write the same topics; those that must not be looked at count for none. */
    private Map<String, Facts> otherInputs(Set<String> known) {
        var others = new LinkedHashSet<String>();
        routes.forEach(route -> {
            others.addAll(route.from().names());
            others.addAll(lookUp.matched(route));
        });
        others.removeAll(known);
        var facts = new TreeMap<String, Facts>();
        for (var topic : others) {
            try {
                facts.putAll(lookUp.describe(Set.of(topic)));
            } catch (AuthorizationException e) {
                LOG.debug("topic {} is left out of the sizes of new topics", topic, e);
            }
        }
        return facts;
    }

    /** The output of one route may be the input of another, so that each planned topic counts for the next. */
    private Map<String, Facts> plan(Set<String> missing, Map<String, Facts> known) {
        var planned = new TreeMap<>(known);
        missing.forEach(topic -> planned.put(topic, plan(topic, planned)));
        planned.keySet().retainAll(missing);
        return planned;
    }

    private Facts plan(String topic, Map<String, Facts> known) {
        boolean deadLetters = topic.equals(config.deadLetters());
        var inputs = known.keySet().stream()
                .filter(input -> routes.stream()
                        .anyMatch(route -> deadLetters
                                ? route.from().contains(input)
                                : route.outputs(Set.of(input)).contains(topic)))
                .map(known::get)
                .toList();
        int partitions = inputs.stream().mapToInt(Facts::partitions).max().orElse(1);
        int maxBytes = inputs.stream()
                .mapToInt(facts -> facts.limits().maxMessageBytes())
                .max()
                .orElse(TopicLimits.DEFAULT.maxMessageBytes());
        int slack = deadLetters ? DEAD_LETTER_SLACK_BYTES : 0;
        return new Facts(partitions, TopicLimits.DEFAULT.withMaxMessageBytes((int)
                Math.min((long) maxBytes + slack, Integer.MAX_VALUE)));
    }

    private void create(Map<String, Facts> planned) {
        planned.forEach((topic, facts) -> LOG.info("creating topic {} with {} partitions", topic, facts.partitions()));
        var topics = planned.entrySet().stream()
                .map(topic -> newTopic(topic.getKey(), topic.getValue()))
                .toList();
        var result = admin.createTopics(topics);
        for (var topic : planned.keySet()) {
            try {
                AdminCall.await(result.values().get(topic));
            } catch (TopicExistsException e) {
                LOG.info("another instance has created topic {}", topic);
            }
        }
    }

    private NewTopic newTopic(String topic, Facts facts) {
        var created = new NewTopic(topic, Optional.of(facts.partitions()), Optional.empty());
        return topic.equals(config.deadLetters())
                ? created.configs(Map.of(
                        TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                        Integer.toString(facts.limits().maxMessageBytes())))
                : created;
    }
}
