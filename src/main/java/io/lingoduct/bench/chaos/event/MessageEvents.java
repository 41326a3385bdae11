package io.lingoduct.bench.chaos.event;

import io.lingoduct.bench.chaos.scene.Scene;
import io.lingoduct.bench.chaos.traffic.ChaosRoute;
import io.lingoduct.bench.chaos.traffic.Sender.Refusal;

/** Messages that the service, or the topic behind it, must refuse; each has good neighbours in its partition. */
final class MessageEvents {

    private static final int MESSAGES = 4;

    private final Scene scene;

    MessageEvents(Scene scene) {
        this.scene = scene;
    }

    Hit compacted() {
        return refusable("compacted", "messages without a key", ChaosRoute.COMPACTED, Refusal.NO_KEY);
    }

    Hit oversize(ChaosRoute route) {
        return refusable("oversize", "messages that are too large for the output", route, Refusal.OVERSIZE);
    }

    Hit poisoned(ChaosRoute route) {
        return refusable("poisoned", "messages that are not of the format", route, Refusal.POISONED);
    }

    Hit timestamps(ChaosRoute route) {
        scene.sender().withoutTimestamp(route);
        return refusable(
                "timestamps",
                "messages too old, too far ahead, and one without a time,",
                route,
                Refusal.TOO_OLD,
                Refusal.TOO_FAR_AHEAD);
    }

    private Hit refusable(String event, String what, ChaosRoute route, Refusal... reasons) {
        scene.say(event + ": " + what + " to route " + route.title());
        for (int i = 0; i < MESSAGES; i++) {
            for (var reason : reasons) {
                scene.sender().refusable(route, reason);
            }
            scene.sender().good(route);
        }
        return Hit.of(route);
    }
}
