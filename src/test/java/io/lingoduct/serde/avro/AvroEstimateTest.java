package io.lingoduct.serde.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lingoduct.serde.FieldMapping;
import io.lingoduct.serde.MalformedMessageException;
import io.lingoduct.serde.ModelStamp;
import io.lingoduct.serde.ReadFields;
import io.lingoduct.serde.Translations;
import io.lingoduct.serde.avro.framing.BareFraming;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AvroEstimateTest {

    private static final String TEXT = "{\"name\":\"t\",\"type\":\"string\"}";

    @ParameterizedTest
    @ValueSource(strings = {"\"double\"", "[\"null\",\"double\"]", "[\"double\",\"null\"]"})
    void shouldPutTheEstimateIntoAFieldOfEitherKind(String type) throws IOException {
        var schema = schema("{\"name\":\"q\",\"type\":" + type + "}," + TEXT);

        var record = translated(schema, FieldMapping.inPlace("t"), record(schema, 0.1), 0.875);

        assertThat(record.get("q")).isEqualTo(0.875);
        assertThat(record.get("t")).hasToString("A");
    }

    @Test
    void shouldPutTheEstimateIntoAFloatBehindATranslationThatIsAdded() throws IOException {
        var schema = schema(TEXT + ",{\"name\":\"q\",\"type\":[\"null\",\"float\"]}");

        var record = translated(schema, FieldMapping.added("t", "u"), record(schema, null), 0.5);

        assertThat(record.get("q")).isEqualTo(0.5f);
        assertThat(record.get("u")).hasToString("A");
    }

    @Test
    void shouldLeaveNoEarlierEstimateWhereNothingIsKnown() throws IOException {
        var nullable = schema(TEXT + ",{\"name\":\"q\",\"type\":[\"null\",\"double\"]}");
        var always = schema(TEXT + ",{\"name\":\"q\",\"type\":\"double\"}");

        assertThat(translated(nullable, FieldMapping.inPlace("t"), record(nullable, 0.1), Double.NaN)
                        .get("q"))
                .isNull();
        assertThat(translated(always, FieldMapping.inPlace("t"), record(always, 0.1), Double.NaN)
                        .get("q"))
                .isEqualTo(Double.NaN);
    }

    @Test
    void shouldLeaveARecordWithoutTheFieldAsItIs() throws IOException {
        var schema = schema(TEXT);

        assertThat(translated(schema, FieldMapping.inPlace("t"), record(schema, null), 0.5))
                .hasToString("{\"t\": \"A\"}");
    }

    @Test
    void shouldRefuseAFieldOfAnotherType() throws IOException {
        var schema = schema(TEXT + ",{\"name\":\"q\",\"type\":[\"null\",\"int\"]}");
        var value = bytes(record(schema, null));
        var format = format(schema, FieldMapping.inPlace("t"));

        assertThatThrownBy(() -> format.decode(value))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessage("the field q of the record R is no double or float, and no choice of null and one of them");
    }

    private static GenericRecord translated(Schema schema, FieldMapping field, GenericRecord record, double estimate)
            throws IOException {
        var format = format(schema, field);
        var message = format.decode(bytes(record));
        var texts = message.texts().stream()
                .map(text -> text.toUpperCase(Locale.ROOT))
                .toList();
        var stamp = new ModelStamp("m", "1", "en", "de", estimate);
        var output = message.encode(Translations.fields(texts), stamp, Translations.NO_LIMIT);
        return new GenericDatumReader<GenericRecord>(format.outputSchema(schema))
                .read(null, DecoderFactory.get().binaryDecoder(output, null));
    }

    private static AvroRecordFormat format(Schema schema, FieldMapping field) {
        return new AvroRecordFormat(List.of(field), ReadFields.NONE, Optional.of("q"), new BareFraming(schema));
    }

    private static GenericRecord record(Schema schema, Object estimate) {
        var record = new GenericData.Record(schema);
        record.put("t", "a");
        if (schema.getField("q") != null) {
            record.put("q", estimate);
        }
        return record;
    }

    private static byte[] bytes(GenericRecord record) throws IOException {
        var out = new ByteArrayOutputStream();
        var encoder = EncoderFactory.get().directBinaryEncoder(out, null);
        new GenericDatumWriter<GenericRecord>(record.getSchema()).write(record, encoder);
        return out.toByteArray();
    }

    private static Schema schema(String fields) {
        return new Schema.Parser().parse("{\"type\":\"record\",\"name\":\"R\",\"fields\":[" + fields + "]}");
    }
}
