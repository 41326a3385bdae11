package io.lingoduct.model;

/**
 * Lets whoever asked for a run end it before it is done, when nobody waits for its result any more. A run that is ended fails
 * with a {@link TranslationException}. For one run each; safe to use from many threads.
 */
public final class Cancellation {

    private boolean cancelled;
    private Runnable stop;

    /** Ends the run, now or when it begins; does nothing once it is over. */
    public synchronized void cancel() {
        cancelled = true;
        if (stop != null) {
            stop.run();
        }
    }

    public synchronized boolean isCancelled() {
        return cancelled;
    }

    /** @param action ends the run; called at most until {@link #over} */
    public synchronized void begin(Runnable action) {
        stop = action;
        if (cancelled) {
            action.run();
        }
    }

    /** What the action uses may be freed after this. */
    public synchronized void over() {
        stop = null;
    }
}
