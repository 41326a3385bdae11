package io.lingoduct.serde.avro;

import io.lingoduct.serde.OutputSize;
import io.lingoduct.serde.OutputValue;
import java.nio.charset.StandardCharsets;
import org.apache.avro.io.BinaryData;

/** Numbers and strings in Avro's encoding: their sizes before anything is written, and the writing. */
final class AvroBytes {

    private static final int MAX_LONG_BYTES = 10;

    private AvroBytes() {}

    /** Size of a number in bytes. */
    static int size(long number) {
        return BinaryData.encodeLong(number, new byte[MAX_LONG_BYTES], 0);
    }

    /** Size of a string in bytes, its length included. */
    static long size(CharSequence text) {
        long bytes = OutputSize.ofUtf8(text);
        return size(bytes) + bytes;
    }

    static void write(long number, OutputValue out) {
        var bytes = new byte[MAX_LONG_BYTES];
        out.write(bytes, 0, BinaryData.encodeLong(number, bytes, 0));
    }

    /** Writes a string behind its length. */
    static void write(String text, OutputValue out) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        write(bytes.length, out);
        out.write(bytes);
    }
}
