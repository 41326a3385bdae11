package io.lingoduct.serde;

/** Sizes of outputs in bytes, worked out before anything is written. */
public final class OutputSize {

    /** A little less than the longest array that virtual machines make. */
    private static final long LONGEST_ARRAY = Integer.MAX_VALUE - 64L;

    private static final int FIRST_OF_TWO_BYTES = 0x80;
    private static final int FIRST_OF_THREE_BYTES = 0x800;

    private OutputSize() {}

    /**
     * @return the size of the value, as arrays are measured
     * @throws OutputTooLargeException if the value takes more than it may, or than an array can hold
     */
    public static int within(long bytes, long maxBytes) {
        long limit = Math.min(maxBytes, LONGEST_ARRAY);
        if (bytes > limit) {
            throw new OutputTooLargeException(bytes, limit);
        }
        return (int) bytes;
    }

    /** Size of a text in UTF-8, as {@link String#getBytes(java.nio.charset.Charset)} writes it. */
    public static long ofUtf8(CharSequence text) {
        long bytes = 0;
        for (int i = 0; i < text.length(); i++) {
            char found = text.charAt(i);
            if (found < FIRST_OF_TWO_BYTES) {
                bytes++;
            } else if (found < FIRST_OF_THREE_BYTES) {
                bytes += 2;
            } else if (!Character.isSurrogate(found)) {
                bytes += 3;
            } else if (i + 1 < text.length() && Character.isSurrogatePair(found, text.charAt(i + 1))) {
                bytes += 4;
                i++;
            } else {
                // Half a pair is written as a question mark.
                bytes++;
            }
        }
        return bytes;
    }
}
