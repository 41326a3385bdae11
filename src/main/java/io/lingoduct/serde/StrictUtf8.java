package io.lingoduct.serde;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Decodes UTF-8 and refuses what is not, where the platform's default would put replacement characters. */
public final class StrictUtf8 {

    private static final int CHECKED_AT_ONCE = 8192;

    private StrictUtf8() {}

    /**
     * @throws MalformedMessageException naming the offset of the first byte at fault, counted from {@code offset}
     */
    public static String decode(byte[] bytes, int offset, int length) {
        var in = ByteBuffer.wrap(bytes, offset, length);
        // UTF-8 never decodes to more chars than it has bytes.
        var out = CharBuffer.allocate(length);
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        if (decoder.decode(in, out, true).isError()) {
            throw new MalformedMessageException("not UTF-8 at byte " + (in.position() - offset) + " of the text");
        }
        return out.flip().toString();
    }

    /**
     * Looks through a whole value without keeping its text.
     *
     * @throws MalformedMessageException naming the offset of the first byte at fault
     */
    public static void check(byte[] value) {
        var in = ByteBuffer.wrap(value);
        var out = CharBuffer.allocate(Math.min(value.length, CHECKED_AT_ONCE) + 1);
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var result = decoder.decode(in, out, true);
        while (result.isOverflow()) {
            out.clear();
            result = decoder.decode(in, out, true);
        }
        if (result.isError()) {
            throw new MalformedMessageException("not UTF-8 at byte " + in.position() + " of the value");
        }
    }
}
