package io.lingoduct.tools;

import java.nio.charset.StandardCharsets;

/** The line is the value, in UTF-8. A value with line feeds in it becomes several lines. */
public final class TextValues implements ValueFormat {

    @Override
    public byte[] encode(String line) {
        return line.getBytes(StandardCharsets.UTF_8);
    }

    /** Malformed bytes read as U+FFFD. */
    @Override
    public String decode(byte[] value) {
        return new String(value, StandardCharsets.UTF_8);
    }
}
