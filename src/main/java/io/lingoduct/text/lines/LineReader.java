package io.lingoduct.text.lines;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Reads lines of UTF-8, each ended by a line feed and by nothing else, so that a line stays one line whatever it holds.
 * Malformed bytes become U+FFFD and are counted. A byte order mark at the beginning is no text.
 */
public final class LineReader {

    private static final int BUFFER_SIZE = 1 << 16;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER_SIZE];
    private int position;
    private int filled;
    private long malformedLines;
    private boolean begun;

    public LineReader(InputStream in) {
        this.in = in;
    }

    /** The next line without its line feed, or null at the end of the input. */
    public String readLine() throws IOException {
        var line = new ByteArrayOutputStream();
        boolean any = false;
        while (position < filled || fill()) {
            any = true;
            int start = position;
            while (position < filled && buffer[position] != '\n') {
                position++;
            }
            line.write(buffer, start, position - start);
            if (position < filled) {
                position++;
                return decode(line.toByteArray());
            }
        }
        return any ? decode(line.toByteArray()) : null;
    }

    /** Whether there is input that has come already. */
    public boolean isReady() throws IOException {
        return position < filled || in.available() > 0;
    }

    /** Lines so far that were not valid UTF-8. */
    public long malformedLines() {
        return malformedLines;
    }

    private boolean fill() throws IOException {
        position = 0;
        filled = Math.max(0, in.read(buffer));
        return filled > 0;
    }

    private String decode(byte[] bytes) {
        var line = text(bytes);
        boolean marked = !begun && line.startsWith(BYTE_ORDER_MARK);
        begun = true;
        return marked ? line.substring(BYTE_ORDER_MARK.length()) : line;
    }

    private String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            malformedLines++;
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }
}
