package io.lingoduct.tools;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lingoduct.registry.RegistryDeniedException;
import io.lingoduct.registry.RegistryUnavailableException;
import io.lingoduct.registry.SchemaRefusedException;
import io.lingoduct.serde.MalformedMessageException;
import io.lingoduct.serde.avro.RecordCheck;
import io.lingoduct.serde.avro.framing.FramedRecord;
import io.lingoduct.serde.avro.framing.SchemaFraming;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;

/**
 * Avro records: lines become records of one schema, and records of any schema that the framing knows become lines. The line is
 * the record in Avro's JSON shape, in which fields with a default may be left out, or its field {@code text} alone.
 */
public final class AvroValues implements ValueFormat {

    private static final String TEXT = "text";

    private final ObjectMapper mapper = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private final RecordCheck check = new RecordCheck();
    private final Schema written;
    private final SchemaFraming framing;
    private final boolean textOnly;

    /**
     * @param written schema of the records that lines become
     * @param framing what stands before a record, and where the schemas of records come from
     * @param textOnly whether a line is the text of the record instead of JSON
     */
    public AvroValues(Schema written, SchemaFraming framing, boolean textOnly) {
        this.written = written;
        this.framing = framing;
        this.textOnly = textOnly;
    }

    @Override
    public byte[] encode(String line) {
        try {
            var object = textOnly ? mapper.createObjectNode().put(TEXT, line) : object(line);
            return framing.frame(written, bytes(fromJson(object)));
        } catch (SchemaRefusedException | RegistryUnavailableException | RegistryDeniedException e) {
            throw new KafkaToolException(e.getMessage(), e);
        } catch (IOException | AvroRuntimeException e) {
            throw new KafkaToolException("not a " + written.getName() + ": " + e.getMessage(), e);
        }
    }

    @Override
    public String decode(byte[] value) {
        var record = read(framed(value));
        if (!textOnly) {
            return toJson(record);
        }
        if (!record.hasField(TEXT)) {
            throw new KafkaToolException("a " + record.getSchema().getName() + " has no field " + TEXT);
        }
        return String.valueOf(record.get(TEXT));
    }

    private FramedRecord framed(byte[] value) {
        try {
            var framed = framing.read(value);
            check.check(framed);
            return framed;
        } catch (MalformedMessageException | RegistryUnavailableException | RegistryDeniedException e) {
            throw new KafkaToolException(e.getMessage(), e);
        }
    }

    private static GenericRecord read(FramedRecord framed) {
        int start = framed.start();
        var in = DecoderFactory.get().binaryDecoder(framed.value(), start, framed.value().length - start, null);
        try {
            return new GenericDatumReader<GenericRecord>(framed.schema()).read(null, in);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // Avro throws a handful of unrelated types for bad bytes; their messages may quote the data.
            throw new KafkaToolException(
                    "not a valid Avro record: " + e.getClass().getSimpleName(), e);
        }
    }

    private ObjectNode object(String line) {
        try {
            if (mapper.readTree(line) instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException e) {
            throw new KafkaToolException("not JSON; for plain text, give --text", e);
        }
        throw new KafkaToolException("not a JSON object; for plain text, give --text");
    }

    // Avro's own reader wants every field and is silent about unknown ones.
    private GenericRecord fromJson(ObjectNode given) throws IOException {
        var names = written.getFields().stream().map(Schema.Field::name).toList();
        given.fieldNames().forEachRemaining(name -> {
            if (!names.contains(name)) {
                throw new KafkaToolException(
                        written.getName() + " has no field " + name + ", only " + String.join(", ", names));
            }
        });
        for (var field : written.getFields()) {
            if (!given.has(field.name()) && field.hasDefaultValue()) {
                given.set(field.name(), defaultOf(field));
            }
        }
        var in = DecoderFactory.get().jsonDecoder(written, given.toString());
        return new GenericDatumReader<GenericRecord>(written).read(null, in);
    }

    /** In the shape that Avro's reader wants, in which the value of a union names its branch. */
    private JsonNode defaultOf(Schema.Field field) throws IOException {
        return mapper.readTree(toJson(field.schema(), GenericData.get().getDefaultValue(field)));
    }

    private static byte[] bytes(GenericRecord record) throws IOException {
        var out = new ByteArrayOutputStream();
        var encoder = EncoderFactory.get().directBinaryEncoder(out, null);
        new GenericDatumWriter<GenericRecord>(record.getSchema()).write(record, encoder);
        encoder.flush();
        return out.toByteArray();
    }

    private static String toJson(GenericRecord record) {
        return toJson(record.getSchema(), record);
    }

    private static String toJson(Schema schema, Object datum) {
        var json = new ByteArrayOutputStream();
        try {
            var out = EncoderFactory.get().jsonEncoder(schema, json);
            new GenericDatumWriter<>(schema).write(datum, out);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return json.toString(StandardCharsets.UTF_8);
    }
}
