package io.lingoduct.serde.avro.framing;

import io.lingoduct.registry.SchemaRegistry;
import io.lingoduct.registry.UnknownSchemaException;
import io.lingoduct.serde.MalformedMessageException;
import java.nio.ByteBuffer;
import org.apache.avro.Schema;

/**
 * Confluent's framing: a message begins with the byte 0 and the id that a registry gave its schema, in four bytes, the highest
 * first. Messages in Avro's single-object encoding are read, too, if their schemas are known; the first byte tells them apart.
 * Messages that are written always have an id.
 *
 * <p>{@link #read} throws {@link io.lingoduct.registry.RegistryUnavailableException} where the registry does not answer, and
 * so does {@link #frame}, which also throws {@link io.lingoduct.registry.SchemaRefusedException} where the registry has no
 * id for the output's schema and gives none.
 */
public final class RegistryFraming implements SchemaFraming {

    private static final byte MAGIC = 0;
    private static final int HEADER_BYTES = 5;

    private final SchemaRegistry registry;
    private final SchemaFraming singleObject;
    private final String topic;

    /**
     * @param singleObject reads messages without an id
     * @param topic that is written to, whose name may be part of the subject; null if nothing is written
     */
    public RegistryFraming(SchemaRegistry registry, SchemaFraming singleObject, String topic) {
        this.registry = registry;
        this.singleObject = singleObject;
        this.topic = topic;
    }

    @Override
    public FramedRecord read(byte[] value) {
        if (value.length == 0) {
            throw new MalformedMessageException("the value is empty: not Avro with a header that names its schema");
        }
        return switch (value[0]) {
            case MAGIC -> new FramedRecord(schema(schemaId(value)), value, HEADER_BYTES);
            case SingleObjectFraming.FIRST_BYTE -> singleObject.read(value);
            default ->
                throw new MalformedMessageException(
                        "the value begins with the byte %02X: neither 00 (id of a registry) nor C3 01 (single object)"
                                .formatted(value[0]));
        };
    }

    private static int schemaId(byte[] value) {
        if (value.length < HEADER_BYTES) {
            throw new MalformedMessageException("the header is truncated: " + value.length + " bytes of 5");
        }
        return ByteBuffer.wrap(value).getInt(1);
    }

    private Schema schema(int id) {
        try {
            return registry.schema(id);
        } catch (UnknownSchemaException e) {
            throw new MalformedMessageException(e.getMessage(), e);
        }
    }

    @Override
    public int headerBytes() {
        return HEADER_BYTES;
    }

    @Override
    public byte[] frame(Schema schema, byte[] record) {
        if (topic == null) {
            throw new IllegalStateException("this framing only reads");
        }
        return ByteBuffer.allocate(HEADER_BYTES + record.length)
                .put(MAGIC)
                .putInt(registry.valueId(topic, schema))
                .put(record)
                .array();
    }
}
