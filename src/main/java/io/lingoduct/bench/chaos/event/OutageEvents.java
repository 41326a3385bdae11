package io.lingoduct.bench.chaos.event;

import io.lingoduct.bench.chaos.process.EventFailed;
import io.lingoduct.bench.chaos.scene.Scene;
import io.lingoduct.bench.chaos.traffic.ChaosRoute;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;

/** Events that take away what the service needs: the broker, a topic, the registry. */
final class OutageEvents {

    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration SETTLE_LIMIT = Duration.ofSeconds(60);
    /** Messages to each route just before the broker is killed, so that it dies with transactions open. */
    private static final int BURST = 100;

    private static final Duration INTO_THE_BURST = Duration.ofMillis(150);
    private static final int MESSAGES_OF_NEW_SCHEMA = 6;

    private final Scene scene;

    OutageEvents(Scene scene) {
        this.scene = scene;
    }

    Hit brokerRestart() {
        scene.say("broker-restart: the broker is stopped and started");
        scene.broker().stop();
        try {
            scene.await("the broker to stop", STOP_LIMIT, () -> !scene.broker().isAlive());
        } finally {
            startBroker();
        }
        return Hit.noRoute();
    }

    Hit brokerCrash() {
        var away = scene.timing().crash();
        scene.say("broker-crash: SIGKILL to the broker under load, which is away for " + away.toSeconds() + " s");
        for (var route : ChaosRoute.values()) {
            scene.sender().burst(route, BURST);
        }
        scene.pause(INTO_THE_BURST);
        scene.broker().kill();
        try {
            scene.pause(away);
        } finally {
            startBroker();
        }
        return Hit.everyRoute();
    }

    private void startBroker() {
        scene.broker().kill();
        scene.broker().start();
        scene.await("the broker to start", START_LIMIT, scene.broker()::isReady);
    }

    /**
     * All that lies in a topic that is deleted is lost, and so must have been read before: the route is given nothing more to
     * do until its last message was seen. Then messages come again, and find the topic gone.
     */
    Hit topicDeleted(ChaosRoute route) {
        var length = scene.timing().absences().outage();
        scene.say("topic-deleted: output of route " + route.title() + ", for " + length.toSeconds() + " s");
        scene.sender().hold(route, true);
        try {
            if (!scene.awaitSettled(List.of(route.title()), System.nanoTime(), SETTLE_LIMIT)) {
                throw new EventFailed("the output of route " + route.title()
                        + " was not deleted: some of its messages did not come out before");
            }
            scene.closeReader(route);
            scene.topics().deleteOutput(route);
        } finally {
            scene.sender().hold(route, false);
        }
        try {
            scene.pause(length);
        } finally {
            scene.await("the deleted topic to be made again", STOP_LIMIT, () -> scene.topics()
                    .createOutput(route));
            scene.openReader(route);
        }
        return Hit.of(route);
    }

    Hit registryDown() {
        var length = scene.timing().absences().outage();
        scene.say("registry-down: for " + length.toSeconds() + " s, and messages with a new schema");
        scene.registry().down();
        scene.payloads().nextSchema();
        scene.sender().burst(ChaosRoute.AVRO, MESSAGES_OF_NEW_SCHEMA);
        try {
            scene.pause(length);
        } finally {
            registryUp();
        }
        return Hit.of(ChaosRoute.AVRO);
    }

    private void registryUp() {
        try {
            scene.registry().up();
        } catch (IOException e) {
            throw new UncheckedIOException("the registry cannot come back", e);
        }
    }
}
