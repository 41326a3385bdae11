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

    /**
     * Tells how to end the run, which begins now.
     *
     * @param action ends it; called at once where the run is cancelled already, and never after {@link #over}
     */
    public synchronized void begin(Runnable action) {
        stop = action;
        if (cancelled) {
            action.run();
        }
    }

    /** Forgets the action, so that all it uses may be freed. */
    public synchronized void over() {
        stop = null;
    }
}
