package io.lingoduct.serving;

import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.model.TestBundles;
import io.lingoduct.service.EngineSections;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelWatchTest {

    @TempDir
    private Path folder;

    /** Remembers what it is to run, and when. */
    private static final class HandDrivenClock extends ScheduledThreadPoolExecutor {

        private Runnable task;
        private Duration period;

        HandDrivenClock() {
            super(0);
        }

        @Override
        public ScheduledFuture<?> scheduleWithFixedDelay(Runnable command, long initial, long delay, TimeUnit unit) {
            task = command;
            period = Duration.of(delay, unit.toChronoUnit());
            return null;
        }
    }

    @Test
    void shouldLookAtEveryModelEachTime() {
        var one = TestBundles.greedy().write(folder.resolve("one"));
        var two = TestBundles.greedy().write(folder.resolve("two"));
        var clock = new HandDrivenClock();
        try (var first = load(one);
                var second = load(two);
                var watch = new ModelWatch(List.of(first, second), Duration.ofSeconds(7), clock)) {
            assertThat(clock.period).isEqualTo(Duration.ofSeconds(7));
            clock.task.run();
            TestBundles.editManifest(one, manifest -> manifest.put("version", "2"));
            TestBundles.editManifest(two, manifest -> manifest.put("version", "3"));
            clock.task.run();
            clock.task.run();

            assertThat(first.model().version()).isEqualTo("2");
            assertThat(second.model().version()).isEqualTo("3");
        }
        assertThat(clock.isShutdown()).isTrue();
    }

    private static ServedModel load(Path bundle) {
        return new ServedModel(bundle, EngineSections.of(Map.of()), ModelMemory.limitedTo(null));
    }
}
