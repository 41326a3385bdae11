package io.lingoduct.serde.avro.framing;

import io.lingoduct.serde.MalformedMessageException;
import org.apache.avro.Schema;

/**
 * A header before Avro records that names the schema of a record, and a source of the schemas that are named. Implementations are safe to use from many threads, and give the same schema object for all messages that
 * name the same schema, since what is derived from a schema is kept with the object.
 */
public interface SchemaFraming {

    /**
     * Finds the schema of a message and the place of the record in it.
     *
     * @param value not modified, and kept by the result
     * @throws MalformedMessageException if the bytes name no schema, or one that does not exist
     * @throws RuntimeException of another type if the schema cannot be had at the moment, such as from a registry that does
     *     not answer: a fault of the service, never of the message
     */
    FramedRecord read(byte[] value);

    /**
     * The number of bytes that {@link #frame} puts before a record.
     */
    int headerBytes();

    /**
     * A message: the record behind whatever names its schema.
     *
     * @param record the record's bytes, written with the schema
     * @throws RuntimeException if the schema cannot be named, such as for want of a registry that knows it or takes it
     */
    byte[] frame(Schema schema, byte[] record);
}
