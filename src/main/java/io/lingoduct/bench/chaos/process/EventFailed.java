package io.lingoduct.bench.chaos.process;

/** An event did not go as it must, so that the run does not hold; the next events still happen. */
public final class EventFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param what the sentence that the verdict gives as the reason */
    public EventFailed(String what) {
        super(what);
    }
}
