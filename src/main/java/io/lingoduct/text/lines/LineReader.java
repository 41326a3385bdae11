package io.lingoduct.text.lines;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads lines of UTF-8, each ended by a line feed and by nothing else, so that a line stays one line whatever it holds: a
 * carriage return before the line feed belongs to the line. The last line needs no line feed. Malformed bytes become U+FFFD and
 * are counted. A byte order mark at the beginning is no text. Waits for no more input than the line asked for needs. Not for
 * several threads.
 */
public final class LineReader {

    private static final int BUFFER_SIZE = 1 << 16;
    /** A little less than the longest array that virtual machines make. */
    private static final int LONGEST_LINE = Integer.MAX_VALUE - 64;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final InputStream in;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private byte[] buffer = new byte[BUFFER_SIZE];
    private int start;
    private int end;
    private long malformedLines;
    private boolean begun;

    public LineReader(InputStream in) {
        this.in = in;
    }

    /**
     * The next line without its line feed, or null at the end of the input.
     *
     * @throws IOException if the input cannot be read, or if a line takes more than 2 GiB
     */
    public String readLine() throws IOException {
        int position = start;
        while (true) {
            while (position < end && buffer[position] != '\n') {
                position++;
            }
            if (position < end) {
                var line = decode(position);
                start = position + 1;
                return line;
            }
            int seen = position - start;
            if (!fill()) {
                var rest = seen == 0 ? null : decode(end);
                start = end;
                return rest;
            }
            position = start + seen;
        }
    }

    /** Lines so far that were not valid UTF-8. */
    public long malformedLines() {
        return malformedLines;
    }

    /** Reads on behind the beginning of a line, for which it makes room; false at the end of the input. */
    private boolean fill() throws IOException {
        System.arraycopy(buffer, start, buffer, 0, end - start);
        end -= start;
        start = 0;
        if (end == buffer.length) {
            if (end == LONGEST_LINE) {
                throw new IOException("a line takes more than 2 GiB");
            }
            buffer = Arrays.copyOf(buffer, (int) Math.min(2L * buffer.length, LONGEST_LINE));
        }
        int read = in.read(buffer, end, buffer.length - end);
        end += Math.max(0, read);
        return read >= 0;
    }

    /** The text from the start of the line up to a position, which is its end. */
    private String decode(int lineEnd) {
        var line = text(lineEnd);
        boolean marked = !begun && line.startsWith(BYTE_ORDER_MARK);
        begun = true;
        return marked ? line.substring(BYTE_ORDER_MARK.length()) : line;
    }

    private String text(int lineEnd) {
        try {
            return decoder.decode(ByteBuffer.wrap(buffer, start, lineEnd - start))
                    .toString();
        } catch (CharacterCodingException e) {
            malformedLines++;
            return new String(buffer, start, lineEnd - start, StandardCharsets.UTF_8);
        }
    }
}
