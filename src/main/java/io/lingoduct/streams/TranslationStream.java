package io.lingoduct.streams;

import io.lingoduct.engine.TextTranslator;
import io.lingoduct.service.RouteConfig;
import io.lingoduct.service.ServeConfig;
import io.lingoduct.streams.fault.RouteHeldException;
import io.lingoduct.streams.fault.StreamStartException;
import io.lingoduct.streams.message.LanguagePairs;
import io.lingoduct.streams.message.RouteFactory;
import io.lingoduct.streams.route.RouteRunner;
import io.lingoduct.streams.route.RouteSetup;
import io.lingoduct.streams.route.StreamSettings;
import io.lingoduct.streams.status.RouteStatus;
import io.lingoduct.streams.status.StreamCounters;
import io.lingoduct.streams.topics.Topics;
import io.lingoduct.streams.topics.Topics.NoBrokerException;
import io.lingoduct.text.language.NgramLanguageDetector;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.KafkaException;

/**
 * Translates topics until it is closed or fails. Each route is a stream and a consumer group of its own, see {@link
 * RouteRunner}: what stops one of them leaves the others alone. Owns the Kafka clients, not the translators.
 */
public final class TranslationStream implements AutoCloseable {

    private final List<RouteRunner> routes;
    private final Topics topics;
    private final StreamCounters counters;
    private final AtomicBoolean closing;
    private final CompletableFuture<Throwable> ended = new CompletableFuture<>();

    private TranslationStream(List<RouteRunner> routes, Topics topics, StreamCounters counters, AtomicBoolean closing) {
        this.routes = routes;
        this.topics = topics;
        this.counters = counters;
        this.closing = closing;
    }

    /**
     * As {@link #start(ServeConfig, Function, LanguagePairs, boolean)}, for services in which every route names its model.
     */
    public static TranslationStream start(
            ServeConfig config, Function<RouteConfig, TextTranslator> translators, boolean createTopics) {
        return start(config, translators, LanguagePairs.none(), createTopics);
    }

    /**
     * Starts translating and returns when the groups have handed out their partitions. A route that cannot be run is held and
     * tried again while others run, and so is one that other instances serve with another configuration.
     *
     * @param translators the translator of each route that names its model; called once for each
     * @param pairs the translators that the other routes choose from
     * @param createTopics whether to create output and dead-letter topics that do not exist
     * @throws StreamStartException if no broker answers, no route can be run since topics do not exist or access is denied,
     *     or no model translates what a route asks for
     * @throws io.lingoduct.config.ConfigException if a format is not available
     */
    public static TranslationStream start(
            ServeConfig config,
            Function<RouteConfig, TextTranslator> translators,
            LanguagePairs pairs,
            boolean createTopics) {
        var routes =
                new RouteFactory(config, pairs, NgramLanguageDetector::load).routes(translators, Clock.systemUTC());
        var topics = new Topics(
                config,
                routes,
                createTopics,
                StreamSettings.largestRecordBytes(config),
                () -> StreamSettings.admin(config));
        var counters = new StreamCounters();
        var closing = new AtomicBoolean();
        var runners = IntStream.range(0, routes.size())
                .mapToObj(i ->
                        new RouteSetup(config, config.routes().get(i), routes.get(i), topics, counters, closing::get))
                .map(RouteRunner::new)
                .toList();
        var stream = new TranslationStream(runners, topics, counters, closing);
        try {
            stream.start();
            return stream;
        } catch (RuntimeException | Error e) {
            stream.close();
            throw e;
        }
    }

    /** Records dealt with since the start. */
    public StreamCounters.Figures figures() {
        return counters.figures();
    }

    /** State of each route, in the order of the configuration. */
    public List<RouteStatus> routes() {
        return routes.stream().map(RouteRunner::status).toList();
    }

    /** Stops a route from processing until it is resumed; false if no route is called so. */
    public boolean pause(String route) {
        return on(route, RouteRunner::pause);
    }

    /** Lets a paused route go on; false if no route is called so. */
    public boolean resume(String route) {
        return on(route, RouteRunner::resume);
    }

    /**
     * Waits until the stream has ended.
     *
     * @return what ended it, or empty if it was closed
     */
    public Optional<Throwable> awaitEnd() throws InterruptedException {
        try {
            return Optional.ofNullable(ended.get());
        } catch (ExecutionException e) {
            throw new IllegalStateException("it ends with a result, whatever ends it", e);
        }
    }

    /**
     * Finishes the messages at hand, commits and leaves the groups; what takes longer than a few seconds is given up
     * uncommitted, to be translated after the next start. Takes about ten seconds at most.
     */
    @Override
    public void close() {
        closing.set(true);
        var ends = routes.stream()
                .map(route -> {
                    var closer = new Thread(route::close, "lingoduct-close-" + route.name());
                    closer.start();
                    return closer;
                })
                .toList();
        ends.forEach(TranslationStream::join);
        topics.close();
        ended.complete(null);
    }

    private void start() {
        prepare();
        routes.forEach(route -> route.failed().thenAccept(ended::complete));
        routes.forEach(RouteRunner::start);
        var failures = new ArrayList<Throwable>();
        for (var route : routes) {
            try {
                route.firstRun().join();
            } catch (CompletionException e) {
                failures.add(e.getCause());
            }
        }
        requireAny(failures);
    }

    /** The output of one route may be the input of another, which is there only once the first has created it. */
    private void prepare() {
        var left = new ArrayList<>(routes);
        var obstacles = new ArrayList<RuntimeException>();
        int before;
        do {
            before = left.size();
            obstacles.clear();
            left.removeIf(route -> {
                try {
                    route.prepare();
                    return true;
                } catch (NoBrokerException e) {
                    throw e;
                } catch (StreamStartException | RouteHeldException | KafkaException e) {
                    obstacles.add(e);
                    return false;
                }
            });
        } while (!left.isEmpty() && left.size() < before);
        requireAny(obstacles);
    }

    /**
     * Refuses to start where no route can be run. A route that waits for other instances is none of those: somebody is about to
     * stop them, one after the other.
     */
    private void requireAny(List<? extends Throwable> obstacles) {
        if (obstacles.size() < routes.size() || obstacles.stream().anyMatch(RouteHeldException.class::isInstance)) {
            return;
        }
        var reasons = obstacles.stream().map(Throwable::getMessage).distinct().collect(Collectors.joining("; "));
        throw new StreamStartException(reasons, obstacles.get(0));
    }

    private boolean on(String name, Consumer<RouteRunner> action) {
        var found = routes.stream().filter(route -> route.name().equals(name)).findFirst();
        found.ifPresent(action);
        return found.isPresent();
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
