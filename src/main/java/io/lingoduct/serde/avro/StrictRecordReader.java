package io.lingoduct.serde.avro;

import io.lingoduct.serde.MalformedMessageException;
import io.lingoduct.serde.StrictUtf8;
import io.lingoduct.serde.avro.framing.FramedRecord;
import io.lingoduct.serde.avro.schema.PerSchema;
import java.io.EOFException;
import java.io.IOException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.DecoderFactory;

/**
 * Reads Avro records from bytes that nobody vouches for, as records of one schema, whatever schema they were written with.
 *
 * <p>Avro's own message decoders read from a stream whose end they do not know, so that a length of two gigabytes in a message
 * of twenty bytes is allocated before it is missed; they also accept trailing bytes and turn broken UTF-8 into replacement
 * characters. Decoding from the array bounds every length by what is left of it. The result is a generic record, since Avro
 * loads a generated class only where the whole process was told to trust it.
 */
final class StrictRecordReader {

    private final RecordCheck check = new RecordCheck();
    private final PerSchema<DatumReader> readers;

    /** @param expected schema of the records returned; those of messages are resolved against it */
    StrictRecordReader(Schema expected) {
        readers = new PerSchema<>((writer, shape) -> new DatumReader(writer, expected));
    }

    /**
     * @throws MalformedMessageException if the bytes are anything but one whole record of their schema, or that cannot be
     *     resolved
     */
    GenericRecord read(FramedRecord framed) {
        // Avro skips the fields that nobody asks for by what they claim to be.
        check.check(framed);
        var reader = readers.get(framed.schema());
        int start = framed.start();
        var body = DecoderFactory.get().binaryDecoder(framed.value(), start, framed.value().length - start, null);
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
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // Avro throws a handful of unrelated types for bad bytes; their messages may quote the data.
            throw new MalformedMessageException(
                    "not a valid Avro record: " + e.getClass().getSimpleName());
        }
        return message;
    }

    /** Refuses strings that are not UTF-8. */
    private static final class DatumReader extends GenericDatumReader<GenericRecord> {

        DatumReader(Schema writer, Schema expected) {
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
