package io.lingoduct.serde.json;

import io.lingoduct.serde.ByteRange;
import io.lingoduct.serde.OutputSize;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * A place of a JSON value that a translation takes.
 *
 * @param start offset of the first byte replaced
 * @param end offset after the last byte replaced; {@code start} where nothing is replaced but something is inserted
 * @param text index of the text
 * @param kind of the value that stands there now
 * @param name of the member inserted, else empty
 */
record JsonEdit(int start, int end, int text, Kind kind, String name) {

    private static final char FIRST_PRINTABLE = ' ';
    private static final int EXTRA_OF_SHORT_ESCAPE = 1;
    private static final int EXTRA_OF_LONG_ESCAPE = 5;

    enum Kind {
        /** The text itself. */
        TEXT,
        /** The value of a member that is there already. */
        MEMBER_VALUE,
        /** Nothing: a member is inserted. */
        NOTHING
    }

    static JsonEdit replaceText(ByteRange span, int text) {
        return new JsonEdit(span.start(), span.end(), text, Kind.TEXT, "");
    }

    static JsonEdit replaceValue(ByteRange span, int text) {
        return new JsonEdit(span.start(), span.end(), text, Kind.MEMBER_VALUE, "");
    }

    static JsonEdit insertAfter(ByteRange span, int text, String name) {
        return new JsonEdit(span.end(), span.end(), text, Kind.NOTHING, name);
    }

    /** True if the translation is the text, which then stays as it is spelt. */
    boolean isNeedless(String original, String translation) {
        return kind == Kind.TEXT && translation.equals(original);
    }

    /** The number of bytes that {@link #bytes} gives. */
    long size(String translation) {
        long around = kind == Kind.NOTHING ? quotedSize(name) + 2 : 0;
        return around + quotedSize(translation);
    }

    byte[] bytes(String translation) {
        var json = new StringBuilder(translation.length() + translation.length() / 8 + name.length() + 8);
        if (kind == Kind.NOTHING) {
            json.append(',');
            quote(name, json);
            json.append(':');
        }
        quote(translation, json);
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** A text as JSON writes it. */
    static String quoted(String text) {
        var json = new StringBuilder();
        quote(text, json);
        return json.toString();
    }

    private static long quotedSize(String text) {
        long size = 2 + OutputSize.ofUtf8(text);
        for (int i = 0; i < text.length(); i++) {
            size += switch (text.charAt(i)) {
                case '"', '\\', '\n', '\r', '\t' -> EXTRA_OF_SHORT_ESCAPE;
                default -> text.charAt(i) < FIRST_PRINTABLE ? EXTRA_OF_LONG_ESCAPE : 0;
            };
        }
        return size;
    }

    private static void quote(String text, StringBuilder json) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char found = text.charAt(i);
            switch (found) {
                case '"', '\\' -> json.append('\\').append(found);
                case '\n' -> json.append("\\n");
                case '\r' -> json.append("\\r");
                case '\t' -> json.append("\\t");
                default -> {
                    if (found < FIRST_PRINTABLE) {
                        json.append("\\u").append(HexFormat.of().toHexDigits(found));
                    } else {
                        json.append(found);
                    }
                }
            }
        }
        json.append('"');
    }
}
