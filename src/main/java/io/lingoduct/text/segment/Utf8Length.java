package io.lingoduct.text.segment;

/** The size that a text has in UTF-8, worked out without encoding it. */
public final class Utf8Length {

    private Utf8Length() {}

    /** Number of bytes; a surrogate without its other half counts three, as a byte sequence of its own would. */
    public static long of(CharSequence text) {
        long bytes = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                bytes += 1;
            } else if (c < 0x800) {
                bytes += 2;
            } else if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                bytes += 4;
                i++;
            } else {
                bytes += 3;
            }
        }
        return bytes;
    }
}
