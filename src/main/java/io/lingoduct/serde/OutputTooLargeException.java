package io.lingoduct.serde;

/**
 * An output value would take more bytes than it may: a fault of the message, found before anything of that size is made.
 */
public final class OutputTooLargeException extends RuntimeException {

    private final long bytes;

    /**
     * @param bytes size of the value
     * @param limit the most that it may take
     */
    public OutputTooLargeException(long bytes, long limit) {
        super("the output would take " + bytes + " bytes, and at most " + limit + " are possible");
        this.bytes = bytes;
    }

    /** Size of the value in bytes. */
    public long bytes() {
        return bytes;
    }
}
