package io.lingoduct.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lingoduct.bench.BenchmarkStopped;
import io.lingoduct.bench.Watch;
import io.lingoduct.bench.chaos.ChaosBenchmark;
import io.lingoduct.bench.chaos.ChaosPlan;
import io.lingoduct.bench.chaos.ChaosReport;
import io.lingoduct.bench.chaos.ChaosResult;
import io.lingoduct.bench.chaos.event.ChaosEvent;
import io.lingoduct.bench.chaos.scene.SceneSettings;
import io.lingoduct.bench.chaos.scene.Timing;
import io.lingoduct.model.TestBundles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A few events, with a tiny model and few messages. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ChaosIT {

    private static final long SEED = 42;
    private static final Timing TIMING = new Timing(
            new Timing.Timeouts(Duration.ofSeconds(3), Duration.ofSeconds(5)),
            new Timing.Absences(Duration.ofSeconds(5), Duration.ofSeconds(3), Duration.ofSeconds(3)),
            Duration.ofSeconds(1),
            Duration.ofSeconds(60));

    private static final ChaosEvent[] EVENTS = {
        ChaosEvent.KILL,
        ChaosEvent.TERM,
        ChaosEvent.STOP,
        ChaosEvent.TOPIC_DELETED,
        ChaosEvent.COMPACTED,
        ChaosEvent.TIMESTAMPS,
        ChaosEvent.OVERSIZE,
        ChaosEvent.POISONED,
        ChaosEvent.PAUSED
    };

    @TempDir
    private Path folder;

    @Test
    void shouldAccountForEveryMessageWhileThingsGoWrong() throws Exception {
        var result = run(20, EVENTS);

        assertThat(result.faults()).isEmpty();
        assertThat(result.logs()).isNull();
        assertThat(result.played())
                .hasSize(EVENTS.length)
                .allSatisfy((event, count) -> assertThat(count).as("%s", event).isOne());
        assertThat(result.reasons())
                .containsOnlyKeys("MalformedMessageException", "MessageTooLargeException", "OutputRefusedException");
        assertThat(result.routes()).allSatisfy(route -> {
            assertThat(route.translated().received())
                    .isEqualTo(route.sent() - route.refused().sent())
                    .isPositive();
            assertThat(route.refused().once()).isEqualTo(route.refused().sent());
        });
    }

    @Test
    void shouldDoubleNothingWhenTheBrokerIsKilledWithOpenTransactionsAndAwayForLongerThanTheyLast() throws Exception {
        var result = run(200, ChaosEvent.BROKER_CRASH);

        assertThat(result.played()).containsEntry(ChaosEvent.BROKER_CRASH, 1);
        assertThat(result.faults()).isEmpty();
        assertThat(result.routes()).allMatch(route -> route.lateness().whenHit().toSeconds() >= 10);
    }

    @Test
    void shouldEndItsProcessesWhenItIsStopped() {
        var said = new AtomicReference<>("");
        var plan = plan(20, ChaosEvent.KILL);
        var watch = new Watch(said::set, () -> said.get().contains("instances"));

        assertThatThrownBy(() -> new ChaosBenchmark(plan, watch).run()).isInstanceOf(BenchmarkStopped.class);

        assertThat(ProcessHandle.current().children().filter(ProcessHandle::isAlive))
                .isEmpty();
        assertThat(Path.of(said.get().substring(said.get().indexOf(" in ") + 4)))
                .doesNotExist();
    }

    private ChaosResult run(double rate, ChaosEvent... events) throws IOException {
        var result = new ChaosBenchmark(plan(rate, events), new Watch(System.out::println, () -> false)).run();
        System.out.println(ChaosReport.text(result));
        return result;
    }

    private ChaosPlan plan(double rate, ChaosEvent... events) {
        return new ChaosPlan(
                new SceneSettings(
                        TestBundles.greedy().write(folder.resolve("model")),
                        BenchInstance.class,
                        List.of("one text", "another text"),
                        rate,
                        TIMING),
                List.of(events),
                1,
                Duration.ofMinutes(3),
                SEED);
    }
}
