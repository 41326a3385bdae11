package io.lingoduct.bench.chaos.event;

import io.lingoduct.bench.chaos.process.EventFailed;
import io.lingoduct.bench.chaos.process.ServiceInstance;
import io.lingoduct.bench.chaos.scene.Scene;
import io.lingoduct.bench.chaos.traffic.ChaosRoute;
import java.time.Duration;
import java.util.Random;

/** Events that hit instances of the service. */
final class InstanceEvents {

    private static final Duration END_LIMIT = Duration.ofSeconds(30);
    private static final Duration SWAP_LIMIT = Duration.ofSeconds(60);
    private static final Duration STATE_LIMIT = Duration.ofSeconds(15);
    /** Time in which what was under way when a route was paused comes out. */
    private static final Duration TAIL = Duration.ofSeconds(3);

    private static final int LONGEST_ABSENCE_MS = 3_000;

    private final Scene scene;
    private final Random random;

    InstanceEvents(Scene scene, Random random) {
        this.scene = scene;
        this.random = random;
    }

    Hit kill() {
        var instance = any();
        scene.say("kill: SIGKILL to " + instance);
        instance.kill();
        startAgain(instance);
        return Hit.noRoute();
    }

    Hit term() {
        var instance = any();
        scene.say("term: SIGTERM to " + instance);
        instance.terminate();
        try {
            scene.await(instance + " to end after SIGTERM", END_LIMIT, () -> !instance.isAlive());
        } finally {
            instance.kill();
            startAgain(instance);
        }
        return Hit.noRoute();
    }

    private void startAgain(ServiceInstance instance) {
        scene.pause(Duration.ofMillis(random.nextInt(LONGEST_ABSENCE_MS)));
        instance.start();
        scene.awaitReady(instance);
    }

    Hit stop() {
        var instance = any();
        var length = scene.timing().absences().instance();
        scene.say("stop: SIGSTOP to " + instance + " for " + length.toSeconds() + " s");
        instance.suspend();
        try {
            scene.pause(length);
        } finally {
            instance.resume();
        }
        return Hit.noRoute();
    }

    Hit newModel() {
        var version = scene.replaceModel();
        boolean told = random.nextBoolean();
        scene.say("new-model: version " + version + ", "
                + (told ? "of which the instances are told" : "which the instances must find"));
        if (told) {
            scene.instances().forEach(instance -> instance.admin().post("/models/reload"));
        }
        scene.await("both instances to serve model version " + version, SWAP_LIMIT, () -> scene.instances().stream()
                .allMatch(instance -> instance.admin().serves(version)));
        return Hit.noRoute();
    }

    Hit paused(ChaosRoute route) {
        scene.say("paused: route " + route.title() + " on both instances");
        try {
            tell(route, "pause");
            awaitState(route, "PAUSED");
            scene.pause(TAIL);
            long before = scene.ledger().outputs(route.title());
            scene.pause(scene.timing().absences().route());
            long since = scene.ledger().outputs(route.title()) - before;
            if (since > 0) {
                throw new EventFailed(
                        "while route " + route.title() + " was paused, " + since + " of its messages came");
            }
        } finally {
            tell(route, "resume");
        }
        awaitState(route, "RUNNING");
        return Hit.of(route);
    }

    private void tell(ChaosRoute route, String what) {
        scene.instances().forEach(instance -> instance.admin().post("/routes/" + route.title() + "/" + what));
    }

    private void awaitState(ChaosRoute route, String state) {
        scene.await(
                "both instances to say that route " + route.title() + " is " + state,
                STATE_LIMIT,
                () -> scene.instances().stream().allMatch(instance -> instance.admin()
                        .routeState(route.title())
                        .filter(state::equals)
                        .isPresent()));
    }

    private ServiceInstance any() {
        return scene.instances().get(random.nextInt(scene.instances().size()));
    }
}
