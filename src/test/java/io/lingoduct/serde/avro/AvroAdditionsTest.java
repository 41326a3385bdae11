package io.lingoduct.serde.avro;

import static io.lingoduct.serde.FieldMapping.added;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lingoduct.serde.FieldMapping;
import io.lingoduct.serde.MalformedMessageException;
import io.lingoduct.serde.ReadFields;
import io.lingoduct.serde.Translations;
import io.lingoduct.serde.avro.framing.BareFraming;
import java.util.List;
import java.util.Locale;
import org.apache.avro.JsonProperties;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.generic.GenericRecordBuilder;
import org.junit.jupiter.api.Test;

class AvroAdditionsTest {

    @Test
    void shouldAddNullableFieldsBehindTheOthers() {
        var output = format(Articles.SCHEMA, added("title", "title_de"), added("comments[].body", "body_de"))
                .outputSchema(Articles.SCHEMA);
        var comment = output.getField("comments").schema().getElementType();

        assertThat(lastField(output).name()).isEqualTo("title_de");
        assertThat(lastField(comment).name()).isEqualTo("body_de");
        assertThat(lastField(output).schema()).hasToString("[\"null\",\"string\"]");
        assertThat(lastField(output).defaultVal()).isEqualTo(JsonProperties.NULL_VALUE);
        assertThat(comment.getField("replies").schema().getElementType()).isSameAs(comment);
    }

    @Test
    void shouldKeepAllElseOfTheSchema() {
        var output = format(Articles.SCHEMA, added("title", "title_de")).outputSchema(Articles.SCHEMA);
        var addition = ",{\"name\":\"title_de\",\"type\":[\"null\",\"string\"],\"default\":null}";

        assertThat(output.toString()).contains(addition);
        assertThat(output.toString().replace(addition, "")).isEqualTo(Articles.SCHEMA.toString());
    }

    @Test
    void shouldKeepDefaultsThatAvroNoLongerAccepts() {
        var old = new Schema.Parser()
                .setValidateDefaults(false)
                .parse(
                        "{\"type\":\"record\",\"name\":\"R\",\"fields\":[{\"name\":\"n\",\"type\":\"int\",\"default\":\"0\"},"
                                + "{\"name\":\"t\",\"type\":\"string\"}]}");
        var format = format(old, added("t", "de"));

        assertThat(upperCase(format, 2, 2, 'a')).containsExactly(2, 2, 'a', 2, 2, 'A');
        assertThat(format.outputSchema(old).toString()).contains("\"default\":\"0\"");
    }

    @Test
    void shouldKnowARecordByItsFullName() {
        var schema = new Schema.Parser()
                .parse("{\"type\":\"record\",\"name\":\"R\",\"namespace\":\"a\",\"fields\":["
                        + "{\"name\":\"x\",\"type\":{\"type\":\"map\",\"values\":{\"type\":\"record\",\"name\":\"R\","
                        + "\"namespace\":\"b\",\"fields\":[{\"name\":\"t\",\"type\":\"string\"}]}}},"
                        + "{\"name\":\"y\",\"type\":{\"type\":\"record\",\"name\":\"S\",\"namespace\":\"\",\"fields\":["
                        + "{\"name\":\"t\",\"type\":\"string\"}]}}]}");

        var output = format(schema, added("x.k.t", "de"), added("y.t", "fr")).outputSchema(schema);

        assertThat(output.getFields()).extracting(Schema.Field::name).containsExactly("x", "y");
        assertThat(lastField(output.getField("x").schema().getValueType()).name())
                .isEqualTo("de");
        assertThat(lastField(output.getField("y").schema()).name()).isEqualTo("fr");
    }

    @Test
    void shouldGiveAnEqualSchemaWhateverTheOrderOfTheFields() {
        var one = format(Articles.SCHEMA, added("subtitle", "b"), added("title", "a"), added("comments[].body", "c"));
        var other = format(Articles.SCHEMA, added("comments[].body", "c"), added("title", "a"), added("subtitle", "b"));

        assertThat(one.outputSchema(Articles.SCHEMA).toString())
                .isEqualTo(other.outputSchema(Articles.SCHEMA).toString());
        assertThat(SchemaNormalization.parsingFingerprint64(one.outputSchema(Articles.SCHEMA)))
                .isEqualTo(SchemaNormalization.parsingFingerprint64(other.outputSchema(Articles.SCHEMA)));
    }

    @Test
    void shouldGiveASchemaThatReadersOfTheInputReadAndTheOtherWayRound() {
        var output = format(Articles.SCHEMA, added("title", "title_de")).outputSchema(Articles.SCHEMA);

        assertThat(compatibility(output, Articles.SCHEMA)).isEqualTo(SchemaCompatibilityType.COMPATIBLE);
        assertThat(compatibility(Articles.SCHEMA, output)).isEqualTo(SchemaCompatibilityType.COMPATIBLE);
    }

    @Test
    void shouldLeaveASchemaWithoutTheFieldAsItIs() {
        var format = format(Articles.SCHEMA, added("headline", "headline_de"));

        assertThat(format.outputSchema(Articles.SCHEMA)).isSameAs(Articles.SCHEMA);
    }

    @Test
    void shouldFrameWithTheExtendedSchema() {
        var schema = schema("{\"name\":\"t\",\"type\":\"string\"}");
        var framing = new BareFraming(schema);
        var format = new AvroRecordFormat(List.of(added("t", "de")), ReadFields.NONE, framing);

        assertThat(upperCase(format, 2, 'a')).containsExactly(2, 'a', 2, 2, 'A');
        assertThat(framing.framed()).isEqualTo(format.outputSchema(schema)).isNotEqualTo(schema);
    }

    @Test
    void shouldAddNullWhereTheTextIsNull() {
        var schema = schema("{\"name\":\"t\",\"type\":[\"null\",\"string\"]}");

        assertThat(upperCase(format(schema, added("t", "de")), 0)).containsExactly(0, 0);
        assertThat(upperCase(format(schema, added("t", "de")), 2, 2, 'a')).containsExactly(2, 2, 'a', 2, 2, 'A');
    }

    @Test
    void shouldReplaceAFieldThatIsThereWhereverItStands() {
        var before = schema("{\"name\":\"de\",\"type\":[\"string\",\"null\"]},{\"name\":\"t\",\"type\":\"string\"}");
        var after = schema("{\"name\":\"t\",\"type\":\"string\"},{\"name\":\"de\",\"type\":\"string\"}");

        assertThat(upperCase(format(before, added("t", "de")), 2, 2, 'a')).containsExactly(0, 2, 'A', 2, 'a');
        assertThat(upperCase(format(before, added("t", "de")), 0, 4, 'x', 'y', 2, 'a'))
                .containsExactly(0, 2, 'A', 2, 'a');
        assertThat(upperCase(format(after, added("t", "de")), 2, 'a', 4, 'x', 'y'))
                .containsExactly(2, 'a', 2, 'A');
        assertThat(format(after, added("t", "de")).outputSchema(after)).isSameAs(after);
    }

    @Test
    void shouldReplaceAFieldBeforeATranslationInPlace() {
        var schema = schema("{\"name\":\"de\",\"type\":\"string\"},{\"name\":\"u\",\"type\":\"string\"},"
                + "{\"name\":\"t\",\"type\":\"string\"}");
        var format = format(schema, FieldMapping.inPlace("u"), added("t", "de"));

        assertThat(upperCase(format, 2, 'x', 2, 'u', 2, 't')).containsExactly(2, 'T', 2, 'U', 2, 't');
    }

    @Test
    void shouldLeaveAFieldThatIsThereWhereTheTextIsNull() {
        var schema = schema("{\"name\":\"t\",\"type\":[\"null\",\"string\"]},{\"name\":\"de\",\"type\":\"string\"}");

        assertThat(upperCase(format(schema, added("t", "de")), 0, 2, 'x')).containsExactly(0, 2, 'x');
    }

    @Test
    void shouldRefuseToReplaceAFieldThatHoldsNoText() {
        var schema = schema("{\"name\":\"t\",\"type\":\"string\"},{\"name\":\"de\",\"type\":\"int\"}");

        assertThatThrownBy(() -> upperCase(format(schema, added("t", "de")), 2, 'a', 2))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessage("the record R has a field de already, and that is neither a string nor a choice of null and"
                        + " string");
    }

    @Test
    void shouldRefuseToAddAnEntryToAMap() {
        var schema = schema("{\"name\":\"m\",\"type\":{\"type\":\"map\",\"values\":\"string\"}}");

        assertThatThrownBy(() -> upperCase(format(schema, added("m.en", "de")), 0))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessage("the field m is a map: beside an entry of it nothing can be added");
    }

    @Test
    void shouldAddWithinARecursiveType() {
        var schema = schema("{\"name\":\"t\",\"type\":\"string\"},{\"name\":\"next\",\"type\":[\"null\",\"R\"]}");
        var format = format(schema, added("next.t", "de"));
        var inner =
                new GenericRecordBuilder(schema).set("t", "b").set("next", null).build();
        var outer = new GenericRecordBuilder(schema)
                .set("t", "a")
                .set("next", inner)
                .build();
        var output = format.outputSchema(schema);

        assertThat(Articles.read(
                        output, output, Translations.translate(format, Articles.encode(schema, outer), text -> "B")))
                .hasToString("{\"t\": \"a\", \"next\": {\"t\": \"b\", \"next\": null, \"de\": \"B\"}, \"de\": null}");
    }

    private static SchemaCompatibilityType compatibility(Schema reader, Schema writer) {
        return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                .getType();
    }

    private static Schema.Field lastField(Schema schema) {
        return schema.getFields().get(schema.getFields().size() - 1);
    }

    private static Schema schema(String fields) {
        return new Schema.Parser().parse("{\"type\":\"record\",\"name\":\"R\",\"fields\":[" + fields + "]}");
    }

    private static AvroRecordFormat format(Schema schema, FieldMapping... fields) {
        return new AvroRecordFormat(List.of(fields), ReadFields.NONE, new BareFraming(schema));
    }

    private static byte[] upperCase(AvroRecordFormat format, int... value) {
        var bytes = new byte[value.length];
        for (int i = 0; i < value.length; i++) {
            bytes[i] = (byte) value[i];
        }
        return Translations.translate(format, bytes, text -> text.toUpperCase(Locale.ROOT));
    }
}
