package io.lingoduct.bench.chaos.traffic;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.EncoderFactory;

/** Values of messages, good and bad ones, in the format of their route. */
public final class Payloads {

    /** The field that routes translate. */
    public static final String FIELD = "text";

    private static final JsonMapper JSON = new JsonMapper();
    /** Goes through a model untouched and at no cost, and so is as large in the output. */
    private static final String BULK = "20260101 ".repeat(ChaosTopics.LARGEST_OUTPUT / 8);

    private static final byte[] NO_UTF_8 = {'a', (byte) 0xC3, 0x28, (byte) 0xFF};

    private final List<String> texts;
    private final RegistryStandIn registry;
    private volatile Schema schema = schema(0);

    public Payloads(List<String> texts, RegistryStandIn registry) {
        this.texts = texts;
        this.registry = registry;
    }

    /** From now on Avro records have a schema that was not there before. */
    public void nextSchema() {
        schema = schema(schema.getFields().size());
    }

    byte[] good(ChaosRoute route, int number) {
        return value(route, texts.get(number % texts.size()));
    }

    byte[] oversize(ChaosRoute route) {
        return value(route, BULK);
    }

    /** Not of the route's format. */
    byte[] poisoned(ChaosRoute route) {
        return switch (route) {
            case TEXT, COMPACTED -> NO_UTF_8.clone();
            case JSON -> "{\"text\": \"an end is mis".getBytes(StandardCharsets.UTF_8);
            case AVRO -> {
                var whole = value(route, "an end is missing");
                yield Arrays.copyOf(whole, whole.length - 4);
            }
        };
    }

    private byte[] value(ChaosRoute route, String text) {
        return switch (route) {
            case TEXT, COMPACTED -> text.getBytes(StandardCharsets.UTF_8);
            case JSON -> json(text);
            case AVRO -> avro(text);
        };
    }

    private static byte[] json(String text) {
        try {
            return JSON.writeValueAsBytes(Map.of(FIELD, text, "kept", true));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] avro(String text) {
        var current = schema;
        var record = new GenericData.Record(current);
        current.getFields().forEach(field -> record.put(field.pos(), text));
        var bytes = new ByteArrayOutputStream();
        bytes.write(0);
        bytes.writeBytes(
                ByteBuffer.allocate(Integer.BYTES).putInt(registry.id(current)).array());
        try {
            var encoder = EncoderFactory.get().binaryEncoder(bytes, null);
            new GenericDatumWriter<GenericRecord>(current).write(record, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** @param more fields beside the one that is translated */
    private static Schema schema(int more) {
        var fields = SchemaBuilder.record("Review").namespace("chaos").fields().requiredString(FIELD);
        for (int i = 1; i <= more; i++) {
            fields = fields.requiredString("more" + i);
        }
        return fields.endRecord();
    }
}
