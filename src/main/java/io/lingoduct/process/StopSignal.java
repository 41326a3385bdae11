package io.lingoduct.process;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Signal that the process has been told to end (Ctrl-C, SIGTERM); it holds the end back for a few seconds: long enough for
 * the checkpoint of a run that looks at the signal after each update. A run that takes longer loses what came after its last
 * checkpoint.
 */
public final class StopSignal implements BooleanSupplier, AutoCloseable {

    private static final long PATIENCE_SECONDS = 20;

    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook = new Thread(this::ask, "stop-signal");
    private volatile boolean asked;

    private StopSignal() {}

    public static StopSignal onInterrupt() {
        var signal = new StopSignal();
        Runtime.getRuntime().addShutdownHook(signal.hook);
        return signal;
    }

    private void ask() {
        asked = true;
        try {
            done.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean getAsBoolean() {
        return asked;
    }

    /** Lets the process end. */
    @Override
    public void close() {
        done.countDown();
        if (!asked) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // The process has begun to end since; the hook has nothing left to wait for.
                asked = true;
            }
        }
    }
}
