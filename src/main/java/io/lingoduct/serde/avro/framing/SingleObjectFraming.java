package io.lingoduct.serde.avro.framing;

import io.lingoduct.observe.Printable;
import io.lingoduct.serde.MalformedMessageException;
import io.lingoduct.serde.avro.schema.PerSchema;
import io.lingoduct.serde.avro.schema.SchemaShape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;

/**
 * Avro's single-object encoding: a message begins with the bytes C3 01 and the fingerprint of the writer's schema, which must
 * be one of a fixed list.
 */
public final class SingleObjectFraming implements SchemaFraming {

    /** The first byte of a message; no other encoding begins with it. */
    static final byte FIRST_BYTE = (byte) 0xC3;

    private static final byte SECOND_BYTE = 0x01;
    private static final int HEADER_BYTES = 10;

    private final Map<Long, Schema> schemas = new LinkedHashMap<>();
    private final PerSchema<Long> fingerprints =
            new PerSchema<>((schema, shape) -> SchemaNormalization.parsingFingerprint64(schema));

    /**
     * @param schemas of the messages to read. Of several with the same parsing canonical form, as they differ in
     *     documentation or defaults only, the first one is used
     */
    public SingleObjectFraming(List<Schema> schemas) {
        schemas.forEach(schema -> this.schemas.putIfAbsent(SchemaNormalization.parsingFingerprint64(schema), schema));
    }

    /**
     * @param files with one schema each, in Avro's JSON; each is complete, so that several may hold versions of the same
     * @throws UncheckedIOException naming a file that cannot be read
     * @throws IllegalArgumentException naming a file that holds no schema, or one beyond the limits for schemas
     */
    public static SingleObjectFraming ofFiles(List<Path> files) {
        var schemas = new ArrayList<Schema>();
        for (var file : files) {
            try {
                var schema = new Schema.Parser().parse(file.toFile());
                SchemaShape.of(schema);
                schemas.add(schema);
            } catch (RuntimeException | StackOverflowError e) {
                throw new IllegalArgumentException(
                        "no Avro schema in " + file + ": " + Printable.sentence(String.valueOf(e.getMessage())), e);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read the schema " + file + ": " + e.getMessage(), e);
            }
        }
        return new SingleObjectFraming(schemas);
    }

    /** The schemas of the messages that can be read. */
    public List<Schema> schemas() {
        return List.copyOf(schemas.values());
    }

    @Override
    public FramedRecord read(byte[] value) {
        long fingerprint = fingerprint(value);
        var schema = schemas.get(fingerprint);
        if (schema == null) {
            throw new MalformedMessageException(
                    "written with an unknown schema: fingerprint " + String.format("%016x", fingerprint));
        }
        return new FramedRecord(schema, value, HEADER_BYTES);
    }

    private static long fingerprint(byte[] value) {
        if (value.length < 2 || value[0] != FIRST_BYTE || value[1] != SECOND_BYTE) {
            throw new MalformedMessageException(
                    "not Avro single-object encoding: the value does not begin with the bytes C3 01");
        }
        if (value.length < HEADER_BYTES) {
            throw new MalformedMessageException("the Avro header is truncated: " + value.length + " bytes of 10");
        }
        return ByteBuffer.wrap(value).order(ByteOrder.LITTLE_ENDIAN).getLong(2);
    }

    @Override
    public int headerBytes() {
        return HEADER_BYTES;
    }

    @Override
    public byte[] frame(Schema schema, byte[] record) {
        return ByteBuffer.allocate(HEADER_BYTES + record.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(FIRST_BYTE)
                .put(SECOND_BYTE)
                .putLong(fingerprints.get(schema))
                .put(record)
                .array();
    }
}
