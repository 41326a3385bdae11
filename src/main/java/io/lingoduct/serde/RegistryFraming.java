package io.lingoduct.serde;

import io.lingoduct.registry.Framing;
import io.lingoduct.registry.FramingException;
import io.lingoduct.registry.SchemaRegistry;
import io.lingoduct.registry.UnknownSchemaException;
import org.apache.avro.Schema;

/**
 * Confluent's framing: a message begins with the byte 0 and the id that a registry gave its schema. Messages in Avro's
 * single-object encoding are read, too, if their schemas are known; what is written always has an id.
 *
 * <p>{@link #read} throws {@link io.lingoduct.registry.RegistryUnavailableException} where the registry does not answer, and
 * so does {@link #frame}, which also throws {@link io.lingoduct.registry.SchemaRefusedException} where the registry has no
 * id for the output's schema and gives none.
 */
public final class RegistryFraming implements SchemaFraming {

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
        try {
            var header = Framing.parse(value);
            return header instanceof Framing.Confluent confluent
                    ? new FramedRecord(registry.schema(confluent.schemaId()), value, header.headerBytes())
                    : singleObject.read(value);
        } catch (FramingException | UnknownSchemaException e) {
            throw new MalformedMessageException(e.getMessage(), e);
        }
    }

    @Override
    public int headerBytes() {
        return Framing.Confluent.BYTES;
    }

    @Override
    public byte[] frame(Schema schema, byte[] record) {
        if (topic == null) {
            throw new IllegalStateException("this framing only reads");
        }
        return new Framing.Confluent(registry.valueId(topic, schema)).frame(record);
    }
}
