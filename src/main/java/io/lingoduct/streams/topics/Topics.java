package io.lingoduct.streams.topics;

import io.lingoduct.kafka.ClientFaults;
import io.lingoduct.service.Guarantee;
import io.lingoduct.service.ServeConfig;
import io.lingoduct.streams.fault.MissingTopicException;
import io.lingoduct.streams.fault.StreamStartException;
import io.lingoduct.streams.message.Route;
import io.lingoduct.streams.topics.TopicLookUp.Facts;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * Facts of the topics of a service, as far as they are known: those of a route before anything is read from them, what a pattern brings
 * later as soon as it is asked for, and all of them anew where they may have changed. Owns the one admin client of the
 * service. Safe for many threads.
 */
public final class Topics implements TopicBook, AutoCloseable {

    private static final int ANSWER_WITHIN_MS = 10_000;
    private static final int RECONNECT_AFTER_MS = 3_000;
    // A stream of messages that a topic does not take must not become a stream of questions to its broker.
    private static final Duration FRESH = Duration.ofSeconds(5);

    private static final String READ_SETTINGS = "DescribeConfigs ";

    /** No broker answers: nothing can be said of any route. */
    public static final class NoBrokerException extends StreamStartException {

        private NoBrokerException(String message, Throwable cause) {
            super(message, cause);
        }
    }

    private record Known(Facts facts, long at) {}

    private final ServeConfig config;
    private final boolean create;
    private final Admin admin;
    private final TopicLookUp lookUp;
    private final RouteTopics ofRoutes;
    private final int largestRecordBytes;
    private final LongSupplier nanoTime;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    /**
     * @param create whether to create output and dead-letter topics that do not exist
     * @param largestRecordBytes largest record that the producers can send
     * @param clientSettings of an admin client of the service, or Kafka's fault with them; time-outs are set here
     * @throws StreamStartException if Kafka refuses the client's settings
     */
    public Topics(
            ServeConfig config,
            List<Route> routes,
            boolean create,
            int largestRecordBytes,
            Supplier<Map<String, Object>> clientSettings) {
        this.config = config;
        this.create = create;
        this.largestRecordBytes = largestRecordBytes;
        this.nanoTime = System::nanoTime;
        try {
            this.admin = Admin.create(adminSettings(clientSettings.get()));
        } catch (KafkaException e) {
            throw unreachable(e);
        }
        this.lookUp = new TopicLookUp(admin);
        this.ofRoutes = new RouteTopics(admin, lookUp, config, List.copyOf(routes), create);
    }

    /**
     * Looks up the topics of a route, and creates outputs that do not exist if that is allowed.
     *
     * @param group the route's consumer group
     * @throws NoBrokerException if no broker answers
     * @throws StreamStartException if permissions are missing, of which it names all, or a topic does not exist
     */
    public void prepare(Route route, String group) {
        try {
            requireAccess(route, group);
            ofRoutes.of(route).forEach(this::put);
            if (create) {
                // Whoever may create a topic may not for that reason write to it.
                requireAccess(route, group);
            }
        } catch (TimeoutException e) {
            throw new NoBrokerException(
                    explained(
                            e,
                            "no broker answers at " + config.bootstrapServers() + " within " + ANSWER_WITHIN_MS / 1000
                                    + " s"),
                    e);
        } catch (MissingTopicException e) {
            throw new StreamStartException(e.getMessage(), e);
        } catch (KafkaException e) {
            throw unreachable(e);
        }
    }

    /**
     * Topics of a route that have gone since it was prepared and that it cannot do without: named inputs, outputs and the
     * dead letters. Takes in new numbers of partitions meanwhile.
     *
     * @throws KafkaException if the brokers do not answer or access is denied
     */
    public Set<String> missing(Route route) {
        var asked = new LinkedHashSet<>(route.from().names());
        asked.add(config.deadLetters());
        known.keySet().stream().filter(topic -> route.from().contains(topic)).forEach(asked::add);
        asked.addAll(outputsToKnown(route));
        var partitions = lookUp.partitions(asked);
        partitions.forEach((topic, count) -> known.computeIfPresent(
                topic, (name, old) -> new Known(new Facts(count, old.facts().limits()), old.at())));
        asked.removeAll(partitions.keySet());
        known.keySet().removeAll(asked);

        // An input that a pattern matched may go, and its output with it.
        var needed = new HashSet<>(route.from().names());
        needed.add(config.deadLetters());
        needed.addAll(outputsToKnown(route));
        asked.retainAll(needed);
        return asked;
    }

    /** Limits of the outputs of a route, as far as they are known, and of the dead letters. */
    public List<TopicLimits> known(Route route) {
        var outputs = new HashSet<>(outputsToKnown(route));
        outputs.add(config.deadLetters());
        return outputs.stream()
                .map(known::get)
                .filter(Objects::nonNull)
                .map(found -> found.facts().limits())
                .toList();
    }

    /** The input topics of a route that are known so far. */
    public Set<String> inputs(Route route) {
        return known.keySet().stream()
                .filter(topic -> route.from().contains(topic))
                .collect(Collectors.toSet());
    }

    private Set<String> outputsToKnown(Route route) {
        var inputs = new HashSet<>(known.keySet());
        inputs.addAll(route.from().names());
        return route.outputs(inputs);
    }

    /** For other questions to the brokers; stays this object's to close. */
    public Admin admin() {
        return admin;
    }

    @Override
    public int partitions(String topic) {
        return facts(topic).partitions();
    }

    @Override
    public TopicLimits limits(String topic) {
        return withinProducer(facts(topic).limits());
    }

    @Override
    public TopicLimits limitsAnew(String topic) {
        var last = known.get(topic);
        if (last != null && nanoTime.getAsLong() - last.at() > FRESH.toNanos()) {
            known.remove(topic, last);
        }
        return limits(topic);
    }

    @Override
    public void forget(String topic) {
        known.remove(topic);
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }

    private void requireAccess(Route route, String group) {
        var inputs = new HashSet<>(route.from().names());
        inputs.addAll(lookUp.matched(route));
        var outputs = new HashSet<>(route.outputs(inputs));
        outputs.add(config.deadLetters());
        var missing = AccessCheck.missing(
                admin,
                new AccessCheck.Needs(
                        inputs,
                        outputs,
                        create ? outputs : Set.of(),
                        group,
                        config.guarantee() == Guarantee.EXACTLY_ONCE ? group : ""));
        // Without the settings of topics Kafka's defaults are taken, with a warning.
        var needed =
                missing.stream().filter(line -> !line.startsWith(READ_SETTINGS)).toList();
        if (!needed.isEmpty()) {
            throw new StreamStartException(
                    "route " + route.name() + " lacks permissions (ACLs): " + String.join(", ", missing));
        }
    }

    private TopicLimits withinProducer(TopicLimits limits) {
        return limits.withMaxMessageBytes(Math.min(limits.maxMessageBytes(), largestRecordBytes));
    }

    private Facts facts(String topic) {
        var found = known.get(topic);
        if (found != null) {
            return found.facts();
        }
        var facts = new ConcurrentHashMap<String, Facts>();
        known.forEach((name, entry) -> facts.put(name, entry.facts()));
        var looked = ofRoutes.one(topic, facts);
        put(topic, looked);
        return looked;
    }

    private void put(String topic, Facts facts) {
        known.put(topic, new Known(facts, nanoTime.getAsLong()));
    }

    private StreamStartException unreachable(KafkaException e) {
        return new StreamStartException(
                explained(
                        e,
                        "cannot reach Kafka at " + config.bootstrapServers() + ": "
                                + deepest(e).getMessage()),
                e);
    }

    private String explained(KafkaException fault, String otherwise) {
        return ClientFaults.of(config.kafka(), "kafka.").explain(fault).orElse(otherwise);
    }

    private static Map<String, Object> adminSettings(Map<String, Object> ofService) {
        var settings = new HashMap<>(ofService);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_WITHIN_MS);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_WITHIN_MS / 2);
        // Each attempt logs a warning of its own.
        settings.putIfAbsent(AdminClientConfig.RECONNECT_BACKOFF_MS_CONFIG, RECONNECT_AFTER_MS);
        settings.putIfAbsent(AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, RECONNECT_AFTER_MS);
        return settings;
    }

    private static Throwable deepest(Throwable e) {
        return e.getCause() == null ? e : deepest(e.getCause());
    }
}
