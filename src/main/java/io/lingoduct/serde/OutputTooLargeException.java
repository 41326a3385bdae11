package io.lingoduct.serde;

/**
 * An output value would take more bytes than it may: a fault of the message, found before anything of that size is made.
 */
public final class OutputTooLargeException extends RuntimeException {

    private final long bytes;
    private final long limit;

    /**
     * @param bytes size of the value
     * @param limit the most that it may take
     */
    public OutputTooLargeException(long bytes, long limit) {
        super("the output would take " + bytes + " bytes, and at most " + limit + " are possible");
        this.bytes = bytes;
        this.limit = limit;
    }

    /** Size of the value in bytes. */
    public long bytes() {
        return bytes;
    }

    /** The most bytes that it may take. */
    public long limit() {
        return limit;
    }
}
