package io.lingoduct.serving;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks for new bundles in the folders of models every few seconds. */
public final class ModelWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ModelWatch.class);

    private final List<ServedModel> models;
    private final ScheduledExecutorService clock;

    /** @param clock calls when it is time to look; closed with this watch */
    ModelWatch(List<ServedModel> models, Duration every, ScheduledExecutorService clock) {
        this.models = List.copyOf(models);
        this.clock = clock;
        clock.scheduleWithFixedDelay(this::look, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Looks by the time of day, on a thread of its own. */
    public static ModelWatch start(List<ServedModel> models, Duration every) {
        return new ModelWatch(models, every, Executors.newSingleThreadScheduledExecutor(task -> {
            var thread = new Thread(task, "lingoduct-model-watch");
            thread.setDaemon(true);
            return thread;
        }));
    }

    private void look() {
        for (var model : models) {
            try {
                model.poll();
            } catch (RuntimeException | Error e) {
                // What is thrown here would silently end the watch.
                LOG.error("{} could not be looked at for a new bundle", model.folder(), e);
            }
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
