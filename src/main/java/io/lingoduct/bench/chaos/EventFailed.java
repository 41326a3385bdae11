package io.lingoduct.bench.chaos;

/** An event did not go as it must, so that the run does not hold; the next events still happen. */
final class EventFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param what the sentence that the verdict gives as the reason */
    EventFailed(String what) {
        super(what);
    }
}
