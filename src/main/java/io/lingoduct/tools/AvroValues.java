package io.lingoduct.tools;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lingoduct.avro.Translation;
import io.lingoduct.avro.TranslationRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.message.BinaryMessageEncoder;

/**
 * The records of schemas/ in Avro's single-object encoding: lines become {@code TranslationRequest}s; both these and
 * {@code Translation}s become lines. The line is the record in Avro's JSON shape, in which fields with a default may be
 * left out, or its text alone.
 */
public final class AvroValues implements ValueFormat {

    private static final int HEADER_BYTES = 10;
    private static final int MARKER_0 = 0xC3;
    private static final int MARKER_1 = 0x01;
    private static final String TEXT = "text";
    private static final Schema REQUEST = TranslationRequest.getClassSchema();
    private static final Map<Long, Schema> WRITERS = Stream.of(REQUEST, Translation.getClassSchema())
            .collect(Collectors.toMap(SchemaNormalization::parsingFingerprint64, Function.identity()));

    private final ObjectMapper mapper = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private final BinaryMessageEncoder<GenericRecord> encoder = new BinaryMessageEncoder<>(GenericData.get(), REQUEST);
    private final boolean textOnly;

    /** @param textOnly whether a line is the text of the record instead of JSON */
    public AvroValues(boolean textOnly) {
        this.textOnly = textOnly;
    }

    @Override
    public byte[] encode(String line) {
        try {
            var buffer =
                    encoder.encode(fromJson(textOnly ? mapper.createObjectNode().put(TEXT, line) : object(line)));
            var bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            return bytes;
        } catch (IOException | AvroRuntimeException e) {
            throw new KafkaToolException("not a TranslationRequest: " + e.getMessage(), e);
        }
    }

    @Override
    public String decode(byte[] value) {
        var schema = writerOf(value);
        var in = DecoderFactory.get().binaryDecoder(value, HEADER_BYTES, value.length - HEADER_BYTES, null);
        GenericRecord message;
        try {
            message = new GenericDatumReader<GenericRecord>(schema).read(null, in);
        } catch (IOException | RuntimeException e) {
            // Avro throws a handful of unrelated types for bad bytes; their messages may quote the data.
            throw new KafkaToolException(
                    "not a valid Avro record: " + e.getClass().getSimpleName(), e);
        }
        return textOnly ? message.get(TEXT).toString() : toJson(message);
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
        var names = REQUEST.getFields().stream().map(Schema.Field::name).toList();
        given.fieldNames().forEachRemaining(name -> requireKnown(name, names));
        for (var field : REQUEST.getFields()) {
            if (!given.has(field.name()) && field.hasDefaultValue()) {
                given.set(field.name(), mapper.valueToTree(GenericData.get().getDefaultValue(field)));
            }
        }
        var in = DecoderFactory.get().jsonDecoder(REQUEST, given.toString());
        return new GenericDatumReader<GenericRecord>(REQUEST).read(null, in);
    }

    private static void requireKnown(String name, List<String> names) {
        if (!names.contains(name)) {
            throw new KafkaToolException(
                    "TranslationRequest has no field " + name + ", only " + String.join(", ", names));
        }
    }

    private static Schema writerOf(byte[] value) {
        if (value.length < HEADER_BYTES || (value[0] & 0xFF) != MARKER_0 || (value[1] & 0xFF) != MARKER_1) {
            throw new KafkaToolException("not Avro's single-object encoding");
        }
        long fingerprint = ByteBuffer.wrap(value).order(ByteOrder.LITTLE_ENDIAN).getLong(2);
        var schema = WRITERS.get(fingerprint);
        if (schema == null) {
            throw new KafkaToolException(
                    "written with an unknown schema: fingerprint " + String.format("%016x", fingerprint));
        }
        return schema;
    }

    private static String toJson(GenericRecord message) {
        var json = new ByteArrayOutputStream();
        try {
            var out = EncoderFactory.get().jsonEncoder(message.getSchema(), json);
            new GenericDatumWriter<GenericRecord>(message.getSchema()).write(message, out);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return json.toString(StandardCharsets.UTF_8);
    }
}
