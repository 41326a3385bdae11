package io.lingoduct.serde.avro;

import io.lingoduct.serde.MalformedMessageException;
import io.lingoduct.serde.PathNode;
import io.lingoduct.serde.avro.framing.FramedRecord;
import io.lingoduct.serde.avro.schema.PerSchema;
import io.lingoduct.serde.avro.schema.SchemaShape;
import io.lingoduct.serde.avro.schema.WalkBudget;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;

/** Encodes records of other schemas anew in the reader's, by Avro's rules of schema resolution. */
final class RecordResolver {

    private final Schema reader;
    private final PerSchema<Resolution> resolutions;

    RecordResolver(Schema reader) {
        this.reader = reader;
        this.resolutions = new PerSchema<>((writer, shape) -> new Resolution(writer, reader, shape));
    }

    /**
     * @return the record as it is if it has the reader's schema; else only the record, with nothing before it
     * @throws MalformedMessageException if the bytes are not one record of the writer's schema, or cannot be resolved
     */
    FramedRecord resolve(FramedRecord found) {
        var resolution = resolutions.get(found.schema());
        if (resolution.isNeedless()) {
            return new FramedRecord(reader, found.value(), found.start());
        }
        return new FramedRecord(reader, resolution.resolve(found), 0);
    }

    /** From one writer's schema. Safe to use from many threads. */
    private static final class Resolution {

        private final Schema reader;
        private final boolean needless;
        private final DatumReader in;
        private final GenericDatumWriter<Object> out;
        private final RecordPlan untouched;

        Resolution(Schema writer, Schema reader, SchemaShape shape) {
            // No conversions: values with a logical type stay as they are stored.
            var data = new GenericData().setFastReaderEnabled(false);
            this.reader = reader;
            this.needless = writer.equals(reader);
            this.in = new DatumReader(writer, reader, data);
            this.out = new GenericDatumWriter<>(reader, data);
            this.untouched = RecordPlan.withoutAdditions(writer, shape);
        }

        boolean isNeedless() {
            return needless;
        }

        byte[] resolve(FramedRecord found) {
            // Avro allocates what a count claims. After this walk every count is known to be true.
            AvroScan.of(found.value(), found.start(), found.schema(), PathNode.NOTHING, untouched);
            // A decoder of a stream knows not how much is left, and that is well: Avro holds the counts of elements
            // against it as if
            // these had the size that the reader's schema gives them, defaults included.
            var stream = new ByteArrayInputStream(found.value(), found.start(), found.value().length - found.start());
            var body = DecoderFactory.get().directBinaryDecoder(stream, null);
            var bytes = new Resolved(found.value().length);
            try {
                var encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
                out.write(in.read(null, body), encoder);
                encoder.flush();
            } catch (MalformedMessageException e) {
                throw e;
            } catch (IOException | RuntimeException | StackOverflowError e) {
                // Avro throws a handful of unrelated types; their messages may quote the data.
                throw new MalformedMessageException("cannot be read with the schema " + reader.getFullName() + ": "
                        + e.getClass().getSimpleName());
            }
            return bytes.toByteArray();
        }
    }

    /** A record with the defaults of the reader's schema in it, which elements without a byte have, too. */
    private static final class Resolved extends ByteArrayOutputStream {

        private final WalkBudget budget;

        Resolved(int size) {
            super(size);
            budget = WalkBudget.ofValue(size);
        }

        @Override
        public void write(int value) {
            budget.visit();
            super.write(value);
        }

        @Override
        public void write(byte[] from, int start, int length) {
            budget.visit(length);
            super.write(from, start, length);
        }
    }

    private static final class DatumReader extends GenericDatumReader<Object> {

        DatumReader(Schema writer, Schema reader, GenericData data) {
            super(writer, reader, data);
        }

        // As bytes, whatever class the schema asks for: a text that is not UTF-8 stays as it is.
        @Override
        protected Object readString(Object old, Schema expected, Decoder in) throws IOException {
            return in.readString(null);
        }
    }
}
