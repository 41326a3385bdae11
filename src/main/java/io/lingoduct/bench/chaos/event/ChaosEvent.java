package io.lingoduct.bench.chaos.event;

import io.lingoduct.bench.chaos.scene.Scene;
import io.lingoduct.bench.chaos.scene.Timing;
import io.lingoduct.bench.chaos.traffic.ChaosRoute;
import java.time.Duration;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;

/** Event that may happen while messages flow. */
public enum ChaosEvent {

    /** An instance is ended by SIGKILL and started again. */
    KILL(timing -> Duration.ofSeconds(10)),

    /** An instance is ended by SIGTERM and started again. */
    TERM(timing -> Duration.ofSeconds(10)),

    /** An instance is stopped by SIGSTOP for a while, and goes on. */
    STOP(timing -> timing.absences().instance()),

    /** The broker is stopped and started again at once. */
    BROKER_RESTART(timing -> Duration.ofSeconds(10)),

    /** The broker is killed while transactions are open, and is away for longer than they may last. */
    BROKER_CRASH(timing -> timing.crash().plusSeconds(10)),

    /** The output topic of a route is deleted, and made again after a while. */
    TOPIC_DELETED(timing -> timing.absences().outage().plusSeconds(10)),

    /** The registry is away while messages come with a schema that nobody has seen. */
    REGISTRY_DOWN(timing -> timing.absences().outage().plusSeconds(10)),

    /** Messages without a key come to the route whose output topic is compacted. */
    COMPACTED(timing -> Duration.ofSeconds(5)),

    /** Messages come whose timestamps the output topic refuses, and one without any, which it takes. */
    TIMESTAMPS(timing -> Duration.ofSeconds(5)),

    /** Messages come whose translation is larger than the output topic takes. */
    OVERSIZE(timing -> Duration.ofSeconds(5)),

    /** Messages come that are not of the route's format. */
    POISONED(timing -> Duration.ofSeconds(5)),

    /** The bundle is replaced by another version. */
    NEW_MODEL(timing -> Duration.ofSeconds(15)),

    /** A route is paused on all instances, and resumed after a while. */
    PAUSED(timing -> timing.absences().route().plusSeconds(5));

    private final Function<Timing, Duration> length;

    ChaosEvent(Function<Timing, Duration> length) {
        this.length = length;
    }

    /** About how long it takes, without what the service needs to catch up. */
    Duration length(Timing timing) {
        return length.apply(timing);
    }

    /**
     * Makes it happen; returns when it is over.
     *
     * @param route that it hits, if it hits a single one
     * @param luck decides all else that is left to chance
     * @throws io.lingoduct.bench.chaos.process.EventFailed if it does not go as it must
     */
    public Hit happen(Scene scene, ChaosRoute route, Random luck) {
        return switch (this) {
            case KILL -> new InstanceEvents(scene, luck).kill();
            case TERM -> new InstanceEvents(scene, luck).term();
            case STOP -> new InstanceEvents(scene, luck).stop();
            case NEW_MODEL -> new InstanceEvents(scene, luck).newModel();
            case PAUSED -> new InstanceEvents(scene, luck).paused(route);
            case BROKER_RESTART -> new OutageEvents(scene).brokerRestart();
            case BROKER_CRASH -> new OutageEvents(scene).brokerCrash();
            case TOPIC_DELETED -> new OutageEvents(scene).topicDeleted(route);
            case REGISTRY_DOWN -> new OutageEvents(scene).registryDown();
            case COMPACTED -> new MessageEvents(scene).compacted();
            case TIMESTAMPS -> new MessageEvents(scene).timestamps(route);
            case OVERSIZE -> new MessageEvents(scene).oversize(route);
            case POISONED -> new MessageEvents(scene).poisoned(route);
        };
    }

    /** As the command line has it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
