package io.lingoduct.admin;

import io.lingoduct.admin.AdminRequests.Use;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Threads for requests that may take a while, so that those of the server are free for probes. */
final class Workers implements AutoCloseable {

    private final ThreadPoolExecutor administration =
            threads("lingoduct-admin-work", AdminLimits.ADMINISTRATIVE, AdminLimits.ADMINISTRATIVE_WAITING);
    // One after the other: each reload looks at all models.
    private final ThreadPoolExecutor loading = threads("lingoduct-admin-load", 1, AdminLimits.LOADING_WAITING);

    /**
     * The threads on which requests of a kind are worked on.
     *
     * @return throws {@link RejectedExecutionException} where too many wait already
     */
    Executor of(Use use) {
        return switch (use) {
            case PROBE -> Runnable::run;
            case ADMINISTRATION -> administration;
            case LOADING -> loading;
        };
    }

    @Override
    public void close() {
        administration.shutdownNow();
        loading.shutdownNow();
    }

    private static ThreadPoolExecutor threads(String name, int number, int waiting) {
        return new ThreadPoolExecutor(number, number, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(waiting), task -> {
            var thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
    }
}
