package io.lingoduct.serving;

import io.lingoduct.streams.status.QualityCounters;
import io.lingoduct.streams.status.StreamCounters;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs once a minute what went through, where anything did. */
public final class TrafficLog implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TrafficLog.class);
    private static final long PERIOD_SECONDS = 60;

    private final Supplier<StreamCounters.Figures> figures;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "lingoduct-traffic");
        thread.setDaemon(true);
        return thread;
    });
    private StreamCounters.Figures last = new StreamCounters.Figures(0, 0, 0, 0);

    public TrafficLog(Supplier<StreamCounters.Figures> figures) {
        this.figures = figures;
        clock.scheduleAtFixedRate(this::log, PERIOD_SECONDS, PERIOD_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }

    private void log() {
        var now = figures.get();
        long messages = now.processed() - last.processed();
        if (messages > 0) {
            LOG.info(
                    "{} messages in the last minute ({} per second), {} of them dead letters{}",
                    messages,
                    messages / PERIOD_SECONDS,
                    now.deadLettered() - last.deadLettered(),
                    poor(now.quality(), last.quality()));
        }
        last = now;
    }

    /** Nothing where no translation seemed poor: most routes do not ask. */
    static String poor(QualityCounters.Figures now, QualityCounters.Figures before) {
        long below = now.below() - before.below();
        return below == 0
                ? ""
                : ", " + below + " below their min-quality (sources kept: " + (now.keptSources() - before.keptSources())
                        + ", for review: " + (now.reviewed() - before.reviewed()) + ")";
    }
}
