package io.lingoduct.serde.avro.framing;

import org.apache.avro.Schema;

/** Messages without any header, all written with one schema. Remembers the schema that was framed last. */
public final class BareFraming implements SchemaFraming {

    private final Schema writer;
    private Schema framed;

    public BareFraming(Schema writer) {
        this.writer = writer;
    }

    @Override
    public FramedRecord read(byte[] value) {
        return new FramedRecord(writer, value, 0);
    }

    @Override
    public int headerBytes() {
        return 0;
    }

    @Override
    public byte[] frame(Schema schema, byte[] record) {
        framed = schema;
        return record;
    }

    public Schema framed() {
        return framed;
    }
}
