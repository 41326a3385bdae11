package io.lingoduct.bench.chaos;

import io.lingoduct.bench.BenchmarkStopped;
import io.lingoduct.bench.Watch;
import io.lingoduct.bench.chaos.event.ChaosEvent;
import io.lingoduct.bench.chaos.event.EventOrder;
import io.lingoduct.bench.chaos.event.Hit;
import io.lingoduct.bench.chaos.ledger.Ledger;
import io.lingoduct.bench.chaos.process.EventFailed;
import io.lingoduct.bench.chaos.scene.Scene;
import io.lingoduct.bench.chaos.traffic.ChaosRoute;
import io.lingoduct.bench.service.WorkFolder;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;

/**
 * Runs two instances of the service with a broker, each in a process of its own, lets things happen to them in an order that a seed
 * gives, one after the other, while messages flow, and accounts for every message.
 *
 * <p><b>The account.</b> Each message carries its route, its input partition and its number there in a header, which the service
 * keeps wherever it puts the message. The ledger learns of it before it is sent. Readers of committed records note what comes
 * out of each output topic and out of the dead letters. At the end a message to translate must have been seen in its route's
 * output once and nowhere else, a message to refuse in the dead letters once and nowhere else. A route keeps its partitions, so
 * that the numbers of an input partition must come in order.
 *
 * <p><b>What is not lost or doubled by the account itself.</b> The sender never gives a message up and the broker keeps what it
 * has acknowledged, even if it is killed, since the machine goes on. What the sender's own retries write to an input twice is
 * seen by readers of the inputs, and as many copies behind are not counted. The one thing that takes messages away is the deletion of
 * an output topic: before it the route's messages are held back until all that were sent were seen, and afterwards the new topic is
 * read from its beginning by a new reader.
 *
 * <p><b>Being late.</b> From just before a message is sent to when a reader sees it. The route that an event hits is excused, from the
 * beginning of the event until it has caught up: see {@link Ledger}. The loss of an instance, a stopped one, a new model and a broker
 * that is restarted hit no route: none may be late by more than a minute. A broker that is away for longer than transactions last hits
 * all of them.
 */
public final class ChaosBenchmark {

    /** Longest wait after an event, so that its consequences are its own. */
    private static final Duration SETTLE_LIMIT = Duration.ofSeconds(60);
    /** Copies that are too many come late. */
    private static final Duration GRACE = Duration.ofSeconds(3);

    private final ChaosPlan plan;
    private final Watch watch;

    public ChaosBenchmark(ChaosPlan plan, Watch watch) {
        this.plan = plan;
        this.watch = watch;
    }

    /**
     * Runs to the end. The processes have ended when it returns, and the temporary files are removed, but for the logs where
     * something does not hold.
     *
     * @throws BenchmarkStopped if the user ends it before
     * @throws IllegalStateException if the broker ends by itself, or messages cannot be sent or read any more
     */
    public ChaosResult run() throws IOException {
        var work = new WorkFolder("lingoduct-chaos");
        boolean keepLogs = true;
        try {
            var result = run(work);
            keepLogs = !result.holds();
            return result;
        } catch (BenchmarkStopped e) {
            keepLogs = false;
            throw e;
        } finally {
            if (keepLogs) {
                work.removeAllButLogs();
            } else {
                work.close();
            }
        }
    }

    private ChaosResult run(WorkFolder work) throws IOException {
        try (var scene = new Scene(plan.scene(), work, watch)) {
            scene.open();
            long begin = System.nanoTime();
            var played = play(scene);
            scene.say("the end: the last messages");
            scene.sender().finish();
            scene.awaitSettled(
                    ChaosRoute.titles(),
                    System.nanoTime(),
                    plan.scene().timing().drain());
            scene.pause(GRACE);
            return result(scene, work, played, Duration.ofNanos(System.nanoTime() - begin));
        } catch (RuntimeException e) {
            if (!(e instanceof BenchmarkStopped)) {
                watch.say("The logs of the processes are in %s", work.logs());
            }
            throw e;
        }
    }

    private Map<ChaosEvent, Integer> play(Scene scene) {
        var random = new Random(plan.seed());
        var order = new EventOrder(plan.events(), plan.rounds(), plan.scene().timing(), random);
        var played = new EnumMap<ChaosEvent, Integer>(ChaosEvent.class);
        plan.events().forEach(event -> played.put(event, 0));
        long deadline = System.nanoTime() + plan.length().toNanos();
        scene.pause(plan.scene().timing().calm());
        while (true) {
            var next = order.next(Duration.ofNanos(deadline - System.nanoTime()));
            if (next.isEmpty()) {
                return played;
            }
            played.merge(next.get(), 1, Integer::sum);
            play(next.get(), scene, random);
            scene.pause(plan.scene().timing().calm());
        }
    }

    private static void play(ChaosEvent event, Scene scene, Random random) {
        long begin = System.nanoTime();
        // Drawn for every event, so that what an event does with it has no influence on the ones behind.
        var luck = new Random(random.nextLong());
        var route = ChaosRoute.values()[luck.nextInt(ChaosRoute.values().length)];
        var hit = Hit.of(route);
        try {
            hit = event.happen(scene, route, luck);
        } catch (EventFailed e) {
            scene.fault(event + ": " + e.getMessage());
        }
        long end = System.nanoTime();
        hit.routes().forEach(each -> scene.ledger().excuse(each, begin, end));
        boolean settled = scene.awaitSettled(ChaosRoute.titles(), end, SETTLE_LIMIT);
        scene.say(String.format(
                "  %s after %d s",
                settled ? "all that was sent until then has come" : "not all that was sent until then has come",
                Duration.ofNanos(System.nanoTime() - end).toSeconds()));
    }

    private ChaosResult result(Scene scene, WorkFolder work, Map<ChaosEvent, Integer> played, Duration length) {
        var tallies = scene.ledger().tallies(System.nanoTime());
        var faults = new ArrayList<>(scene.faults());
        tallies.forEach(tally -> faults.addAll(tally.faults(ChaosPlan.LATE)));
        if (scene.ledger().strangers() > 0) {
            faults.add(scene.ledger().strangers() + " records that nobody sent, or in another route's output");
        }
        return new ChaosResult(
                plan.seed(),
                length,
                played,
                tallies,
                scene.ledger().reasons(),
                faults,
                faults.isEmpty() ? null : work.logs());
    }
}
