package io.lingoduct.serde;

import java.io.EOFException;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.DecoderFactory;

/**
 * Reads Avro's single-object encoding from bytes that nobody vouches for.
 *
 * <p>Avro's own {@code BinaryMessageDecoder} reads from a stream whose end it does not know, so that a length of two
 * gigabytes in a message of twenty bytes is allocated before it is missed; it also accepts trailing bytes and turns broken
 * UTF-8 into replacement characters. Decoding from the array bounds every length by what is left of it. The result is a
 * generic record, since Avro loads a generated class only where the whole process was told to trust it.
 */
final class SingleObjectReader {

    private final Map<Long, StrictReader> readers = new HashMap<>();

    /**
     * @param expected schema of the records returned
     * @param writers schemas that messages may have been written with; resolved against the expected one
     */
    SingleObjectReader(Schema expected, List<Schema> writers) {
        for (var writer : writers) {
            readers.put(SchemaNormalization.parsingFingerprint64(writer), new StrictReader(writer, expected));
        }
    }

    /**
     * @throws MalformedMessageException if the bytes are anything but one whole record of a known schema
     */
    GenericRecord read(byte[] value) {
        var reader = readerFor(value);
        int start = SingleObjectHeader.BYTES;
        var body = DecoderFactory.get().binaryDecoder(value, start, value.length - start, null);
        GenericRecord message;
        try {
            message = reader.read(null, body);
            if (!body.isEnd()) {
                throw new MalformedMessageException("bytes follow the Avro record");
            }
        } catch (EOFException e) {
            throw new MalformedMessageException("the Avro record is truncated, or a length in it is wrong", e);
        } catch (MalformedMessageException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // Avro throws a handful of unrelated types for bad bytes; their messages may quote the data.
            throw new MalformedMessageException(
                    "not a valid Avro record: " + e.getClass().getSimpleName());
        }
        return message;
    }

    private StrictReader readerFor(byte[] value) {
        long fingerprint = SingleObjectHeader.fingerprint(value);
        var reader = readers.get(fingerprint);
        if (reader == null) {
            throw SingleObjectHeader.unknown(fingerprint);
        }
        return reader;
    }

    /** Refuses strings that are not UTF-8. */
    private static final class StrictReader extends GenericDatumReader<GenericRecord> {

        StrictReader(Schema writer, Schema expected) {
            super(writer, expected, classicData());
        }

        @Override
        protected Object readString(Object old, Schema expected, Decoder in) throws IOException {
            var bytes = in.readString(null);
            return StrictUtf8.decode(bytes.getBytes(), 0, bytes.getByteLength());
        }

        // The fast reader would not call readString.
        private static GenericData classicData() {
            return new GenericData().setFastReaderEnabled(false);
        }
    }
}
