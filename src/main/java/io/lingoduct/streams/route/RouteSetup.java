package io.lingoduct.streams.route;

import io.lingoduct.kafka.ClientFaults;
import io.lingoduct.service.RouteConfig;
import io.lingoduct.service.ServeConfig;
import io.lingoduct.streams.deadletter.DeadLetters;
import io.lingoduct.streams.deadletter.FaultPolicy;
import io.lingoduct.streams.fault.RouteHeldException;
import io.lingoduct.streams.fault.StreamStartException;
import io.lingoduct.streams.message.Route;
import io.lingoduct.streams.output.LoneSend;
import io.lingoduct.streams.output.Refusals;
import io.lingoduct.streams.prefetch.PrefetchBuffer;
import io.lingoduct.streams.prefetch.PrefetchInterceptor;
import io.lingoduct.streams.prefetch.SlowTranslations;
import io.lingoduct.streams.status.RouteProgress;
import io.lingoduct.streams.status.StreamCounters;
import io.lingoduct.streams.topics.TopicLimits;
import io.lingoduct.streams.topics.Topics;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.apache.kafka.streams.StreamsConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Parts of a route that last as long as the service runs; puts each of its streams together. */
public final class RouteSetup {

    private static final Logger LOG = LoggerFactory.getLogger(RouteSetup.class);
    // Values submitted to the engine ahead of their turn: some thousands of short texts, a few very long ones. More of
    // them would fill the engine's queue and block the poll, which must stay well within the transaction timeout.
    private static final long PREFETCH_WINDOW_BYTES = 1 << 18;
    private static final int MAX_PREFETCHED_RECORDS = 100_000;

    private final ServeConfig config;
    private final RouteConfig routeConfig;
    private final Route route;
    private final Topics topics;
    private final StreamCounters counters;
    private final BooleanSupplier closing;
    private final RouteFingerprint fingerprint;
    private final ClientFaults words;
    private final RouteProgress progress = new RouteProgress(Clock.systemUTC());
    private final SlowTranslations slow = new SlowTranslations();
    private final Refusals refusals = new Refusals();

    /**
     * @param counters of all routes
     * @param closing true once the service ends
     */
    public RouteSetup(
            ServeConfig config,
            RouteConfig routeConfig,
            Route route,
            Topics topics,
            StreamCounters counters,
            BooleanSupplier closing) {
        this.config = config;
        this.routeConfig = routeConfig;
        this.route = route;
        this.topics = topics;
        this.counters = counters;
        this.closing = closing;
        this.words = ClientFaults.of(config.kafka(), "kafka.");
        this.fingerprint = RouteFingerprint.of(config, routeConfig);
    }

    Route route() {
        return route;
    }

    Topics topics() {
        return topics;
    }

    RouteProgress progress() {
        return progress;
    }

    RouteMembers members() {
        return new RouteMembers(topics.admin(), group(), fingerprint, StreamSettings.isHandedOutByBroker(config));
    }

    /**
     * Looks up the route's topics, creates what is missing if that is allowed, and finds where it has stopped.
     *
     * @throws StreamStartException if no broker answers, permissions are missing or a topic does not exist
     * @throws RouteHeldException if instances of an earlier version still serve the route
     */
    void prepare() {
        topics.prepare(route, group());
        new FormerGroup(topics.admin(), config.applicationId(), group()).handOver(topics.inputs(route));
    }

    /** A fault of the route in the words of whoever must act; may ask the brokers' ports and take some seconds. */
    String explain(Throwable fault) {
        var own = fault.getMessage() == null ? fault.toString() : fault.getMessage();
        if (fault instanceof RouteHeldException || fault instanceof StreamStartException) {
            return own;
        }
        try {
            return words.explain(fault).orElse(own);
        } catch (RuntimeException e) {
            LOG.debug("a fault of the route {} cannot be explained", route.name(), e);
            return own;
        }
    }

    private String group() {
        return StreamSettings.group(config, routeConfig);
    }

    /** A stream that has not been started yet. */
    RouteStream open() {
        var stopNow = new AtomicBoolean();
        var buffer = new PrefetchBuffer(PREFETCH_WINDOW_BYTES, MAX_PREFETCHED_RECORDS, slow);
        var alone = new LoneSend(producerSettings(), config.guarantee(), group());
        var parts = new StreamParts(buffer, slow, counters, progress, refusals, alone, stopNow::get, topics);
        var letters = new DeadLetters(config.deadLetters(), topics, config.deadLetterStackTraces(), Clock.systemUTC());
        var settings = StreamSettings.of(
                config,
                routeConfig,
                fingerprint.inClientId(),
                new PrefetchInterceptor.Parts(route, buffer, progress),
                new FaultPolicy(letters, refusals, alone, progress, counters, closing),
                smallestLimit(topics.known(route)));
        return new RouteStream(
                TranslationTopology.build(route, parts, settings),
                settings,
                new RouteClients(parts, StreamSettings.memory(config).heldBytes()),
                new StreamFaults(refusals, stopNow::get, System::nanoTime),
                stopNow,
                words);
    }

    private Map<String, Object> producerSettings() {
        return new StreamsConfig(StreamSettings.clients(config)).getProducerConfigs(group());
    }

    private static int smallestLimit(Collection<TopicLimits> limits) {
        return limits.stream()
                .mapToInt(TopicLimits::maxMessageBytes)
                .min()
                .orElse(TopicLimits.DEFAULT.maxMessageBytes());
    }
}
