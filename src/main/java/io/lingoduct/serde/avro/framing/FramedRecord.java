package io.lingoduct.serde.avro.framing;

import org.apache.avro.Schema;

/**
 * An Avro record in a message.
 *
 * @param schema the writer's
 * @param value the whole message
 * @param start offset of the record, which goes on to the end of the message
 */
public record FramedRecord(Schema schema, byte[] value, int start) {}
