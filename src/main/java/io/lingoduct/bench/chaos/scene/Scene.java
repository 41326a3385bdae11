package io.lingoduct.bench.chaos.scene;

import io.lingoduct.bench.Watch;
import io.lingoduct.bench.chaos.ledger.Ledger;
import io.lingoduct.bench.chaos.ledger.MessageId;
import io.lingoduct.bench.chaos.process.BrokerHandle;
import io.lingoduct.bench.chaos.process.EventFailed;
import io.lingoduct.bench.chaos.process.FreePorts;
import io.lingoduct.bench.chaos.process.ServiceInstance;
import io.lingoduct.bench.chaos.traffic.ChaosRoute;
import io.lingoduct.bench.chaos.traffic.ChaosTopics;
import io.lingoduct.bench.chaos.traffic.Payloads;
import io.lingoduct.bench.chaos.traffic.RegistryStandIn;
import io.lingoduct.bench.chaos.traffic.Sender;
import io.lingoduct.bench.service.CommittedReader;
import io.lingoduct.bench.service.WorkFolder;
import io.lingoduct.streams.deadletter.DeadLetters;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * All that takes part in a run: broker, registry, instances, the sender and the readers. It is used by one thread, which looks
 * after all of them while it waits: a process that ends by itself is noted and, if it is an instance, started again, as a
 * supervisor would do.
 */
public final class Scene implements AutoCloseable {

    private static final int INSTANCES = 2;
    private static final long CHECK_MS = 100;
    private static final Duration START_LIMIT = Duration.ofSeconds(120);
    private static final Duration RESTART_PAUSE = Duration.ofSeconds(5);

    private final SceneSettings settings;
    private final WorkFolder work;
    private final Watch watch;
    private final Ledger ledger = new Ledger(ChaosRoute.titles(), ChaosRoute.PARTITIONS);
    private final FigureLine figures;
    private final ServedBundle bundle;
    private final BrokerHandle broker;
    private final RegistryStandIn registry;
    private final Payloads payloads;
    private final List<ServiceInstance> instances = new ArrayList<>();
    private final Map<ChaosRoute, CommittedReader> readers = new EnumMap<>(ChaosRoute.class);
    private final List<CommittedReader> others = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private ChaosTopics topics;
    private Sender sender;

    public Scene(SceneSettings settings, WorkFolder work, Watch watch) throws IOException {
        this.settings = settings;
        this.work = work;
        this.watch = watch;
        this.figures = new FigureLine(ledger, watch);
        this.bundle = new ServedBundle(settings.model(), work.file("model"));
        this.broker = new BrokerHandle(work);
        this.registry = new RegistryStandIn(FreePorts.find());
        this.payloads = new Payloads(settings.texts(), registry);
    }

    /** Starts all, and returns when messages flow. */
    public void open() throws IOException {
        watch.say("Starting a broker and %d instances; their logs are in %s", INSTANCES, work.logs());
        broker.start();
        await("the broker to start", START_LIMIT, broker::isReady);
        topics = new ChaosTopics(broker.address());
        topics.createAll();
        for (var route : ChaosRoute.values()) {
            openReader(route);
            others.add(new CommittedReader(
                    broker.address(), route.input(), ChaosRoute.PARTITIONS, record -> input(route, record)));
        }
        others.add(new CommittedReader(broker.address(), ChaosTopics.DEAD_LETTERS, 1, this::letter));
        var config = new ChaosConfig(broker.address(), registry.url(), bundle.folder(), settings.timing());
        for (int number = 1; number <= INSTANCES; number++) {
            instances.add(new ServiceInstance(number, work, settings.instance(), config::forAdminPort));
        }
        instances.forEach(ServiceInstance::start);
        for (var instance : instances) {
            awaitReady(instance);
        }
        sender = new Sender(broker.address(), ledger, payloads, settings.rate());
        // Clients and compilers are cold at first.
        for (var route : ChaosRoute.values()) {
            sender.good(route);
        }
        awaitSettled(ChaosRoute.titles(), System.nanoTime(), START_LIMIT);
        sender.start();
        figures.begin();
    }

    public void openReader(ChaosRoute route) {
        readers.put(
                route,
                new CommittedReader(
                        broker.address(), route.output(), ChaosRoute.PARTITIONS, record -> output(route, record)));
    }

    public void closeReader(ChaosRoute route) {
        readers.remove(route).close();
    }

    private void input(ChaosRoute route, ConsumerRecord<byte[], byte[]> record) {
        MessageId.in(record.headers()).ifPresentOrElse(id -> ledger.inInput(route.title(), id), ledger::stranger);
    }

    private void output(ChaosRoute route, ConsumerRecord<byte[], byte[]> record) {
        MessageId.in(record.headers())
                .ifPresentOrElse(id -> ledger.inOutput(route.title(), id, System.nanoTime()), ledger::stranger);
    }

    private void letter(ConsumerRecord<byte[], byte[]> record) {
        var exception = record.headers().lastHeader(DeadLetters.EXCEPTION);
        var name = exception == null ? "(none)" : new String(exception.value(), StandardCharsets.UTF_8);
        MessageId.in(record.headers())
                .ifPresentOrElse(
                        id -> ledger.inDeadLetters(id, name.substring(name.lastIndexOf('.') + 1), System.nanoTime()),
                        ledger::stranger);
    }

    /**
     * Waits until it is so.
     *
     * @param what is waited for, to say it when it does not come
     * @throws EventFailed if it does not come in time
     */
    public void await(String what, Duration limit, BooleanSupplier condition) {
        if (!isSoWithin(limit, condition)) {
            throw new EventFailed("waited " + limit.toSeconds() + " s in vain for " + what);
        }
    }

    public void awaitReady(ServiceInstance instance) {
        await(instance + " to be ready", START_LIMIT, instance::isReady);
    }

    /** Waits until everything was seen that was sent to the routes until then; returns whether it was. */
    public boolean awaitSettled(List<String> routes, long sentUntil, Duration limit) {
        return isSoWithin(limit, () -> routes.stream().allMatch(route -> ledger.isSettled(route, sentUntil)));
    }

    public void pause(Duration length) {
        isSoWithin(length, () -> false);
    }

    private boolean isSoWithin(Duration limit, BooleanSupplier condition) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            lookAfterAll();
            sleep();
        }
        return true;
    }

    private void lookAfterAll() {
        watch.check();
        figures.sayIfDue();
        broker.requireAlive();
        readers.values().forEach(CommittedReader::requireAlive);
        others.forEach(CommittedReader::requireAlive);
        if (sender != null) {
            sender.requireAlive();
        }
        for (var instance : instances) {
            if (instance.hasEndedByItself()) {
                if (sender == null) {
                    throw new IllegalStateException(
                            instance + " has ended with exit code " + instance.exitCode() + " before it was ready");
                }
                fault(instance + " has ended by itself with exit code " + instance.exitCode());
                instance.restartAfter(RESTART_PAUSE);
            }
            instance.startIfDue();
        }
    }

    /** Notes that the run does not hold. */
    public void fault(String what) {
        say("  ! " + what);
        faults.add(what);
    }

    /** Sentences about what does not hold, as noted so far. */
    public List<String> faults() {
        return List.copyOf(faults);
    }

    /** A line with the time since messages began to flow. */
    public void say(String line) {
        figures.say(line);
    }

    private static void sleep() {
        try {
            TimeUnit.MILLISECONDS.sleep(CHECK_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting", e);
        }
    }

    public Timing timing() {
        return settings.timing();
    }

    public Ledger ledger() {
        return ledger;
    }

    public List<ServiceInstance> instances() {
        return instances;
    }

    public BrokerHandle broker() {
        return broker;
    }

    public ChaosTopics topics() {
        return topics;
    }

    public RegistryStandIn registry() {
        return registry;
    }

    public Payloads payloads() {
        return payloads;
    }

    public Sender sender() {
        return sender;
    }

    /** Replaces the bundle that is served by another version of it, and returns that version. */
    public String replaceModel() {
        return bundle.replace();
    }

    /** Ends all at once: what they would still say does not matter any more. */
    @Override
    public void close() {
        instances.forEach(ServiceInstance::kill);
        if (sender != null) {
            sender.close();
        }
        readers.values().forEach(CommittedReader::close);
        others.forEach(CommittedReader::close);
        if (topics != null) {
            topics.close();
        }
        broker.kill();
        registry.close();
    }
}
