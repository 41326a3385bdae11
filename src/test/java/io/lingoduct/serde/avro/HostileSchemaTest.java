package io.lingoduct.serde.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lingoduct.serde.FieldMapping;
import io.lingoduct.serde.MalformedMessageException;
import io.lingoduct.serde.MessageFormat;
import io.lingoduct.serde.ReadFields;
import io.lingoduct.serde.avro.framing.BareFraming;
import io.lingoduct.serde.avro.framing.FramedRecord;
import io.lingoduct.serde.avro.framing.SingleObjectFraming;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A schema and a tiny message must not take more time, memory or stack than their size allows. Each of these once did. */
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class HostileSchemaTest {

    // As a zig-zag number: 2^31 - 1, then the end of the array.
    private static final byte[] TWO_BILLION = {-2, -1, -1, -1, 15, 0};

    @Test
    void shouldRefuseRecordsThatHoldTheNextOneTwice() {
        var schema = HostileSchemas.requestWith(HostileSchemas.doubling(40));

        assertRefusedByAll(
                schema,
                new byte[] {2, 'x'},
                "the schema io.lingoduct.avro.TranslationRequest is made of more than 100000 parts");
    }

    @Test
    void shouldReadRecordsThatTakeNoBytesWithinTheLimit() {
        var schema = HostileSchemas.requestWith(HostileSchemas.doubling(10));

        assertThat(avro(schema).decode(new byte[] {2, 'x'}).texts()).containsExactly("x");
        assertThat(fields(schema, "text").decode(new byte[] {2, 'x'}).texts()).containsExactly("x");
    }

    @Test
    void shouldCountWhatIsInElementsThatTakeNoBytes() {
        var schema = HostileSchemas.requestWith("{'type':'array','items':" + HostileSchemas.doubling(10) + "}");

        // 2047 values each: 48 are within the limit, and 49 are not.
        assertThat(avro(schema).decode(new byte[] {2, 'x', 96, 0}).texts()).containsExactly("x");
        assertRefusedByAll(
                schema, new byte[] {2, 'x', 98, 0}, "more than 100000 elements of arrays that take no bytes");
    }

    @Test
    void shouldRefuseAnUnreadArrayOfTwoBillionNulls() {
        var schema = HostileSchemas.requestWith(HostileSchemas.tower(1));
        var value =
                ByteBuffer.allocate(8).put(new byte[] {2, 'x'}).put(TWO_BILLION).array();

        assertRefusedByAll(schema, value, "more than 100000 elements of arrays that take no bytes");
    }

    @Test
    void shouldCountTheElementsOfAllArraysOfATowerTogether() {
        var schema = HostileSchemas.requestWith(HostileSchemas.tower(2));
        var value = ByteBuffer.allocate(3 + 25 * 4 + 1).put(new byte[] {2, 'x', 50});
        for (int i = 0; i < 25; i++) {
            // 8192 elements each.
            value.put(new byte[] {(byte) 0x80, (byte) 0x80, 1, 0});
        }

        assertRefusedByAll(schema, value.array(), "more than 100000 elements of arrays that take no bytes");
    }

    @Test
    void shouldRefuseATowerOfArraysInAnUnreadField() {
        var schema = HostileSchemas.requestWith(HostileSchemas.tower(25));
        var value = ByteBuffer.allocate(64).put(new byte[] {2, 'x'});
        for (int i = 0; i < 24; i++) {
            value.put((byte) 2);
        }
        value.put(TWO_BILLION);

        assertRefusedByAll(schema, value.array(), "more than 100000 elements of arrays that take no bytes");
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 10_000})
    void shouldRefuseArraysThatAreNestedTooDeep(int levels) {
        var schema = HostileSchemas.requestWith(HostileSchemas.tower(levels));

        assertRefusedByAll(schema, new byte[] {2, 'x', 0}, "nested deeper than 300 levels");
    }

    @Test
    void shouldMeasureTheNestingOfTypesThatAreDefinedOneAfterTheOther() {
        var schema = HostileSchemas.requestWith(HostileSchemas.chainOfArrays(400));

        assertRefusedByAll(schema, new byte[] {2, 'x', 0, 0}, "nested deeper than 300 levels");
    }

    @Test
    void shouldRefuseARecordThatAlwaysHoldsItself() {
        var endless = "{'type':'array','items':{'type':'record','name':'E','fields':[{'name':'e','type':'E'}]}}";
        var schema = HostileSchemas.requestWith(endless);

        assertRefusedByAll(schema, new byte[] {2, 'x', 0}, "records of the type E hold themselves without end");
    }

    @Test
    void shouldVisitARecordTypeOnceForWhatIsWantedOfIt() {
        var schema = HostileSchemas.wide(1000);
        var format = fields(schema, "*.*.*.*.*");

        // A text is no record: the message is refused, and not the schema.
        assertThat(format.missingFrom(schema)).isEmpty();
        assertThatThrownBy(() -> format.decode(new byte[] {0, 2, 'x'}))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessageContaining("is of the type string, not an object, record or map");
    }

    @Test
    void shouldNotVisitMoreThanTheBytesOfAValuePayFor() {
        // Each element takes one byte, and 41 steps.
        var schema = HostileSchemas.requestWith("{'type':'array','items':" + chain(40) + "}");
        int elements = 20_000;
        var value = ByteBuffer.allocate(elements + 6).put(new byte[] {2, 'x', (byte) 0xC0, (byte) 0xB8, 2});

        assertRefusedByAll(schema, value.array(), "made of more than 420096 parts, too many to look at");
    }

    @Test
    void shouldNameTheFileOfASchemaBeyondTheLimits(@TempDir Path folder) throws IOException {
        var deep = Files.writeString(
                folder.resolve("deep.avsc"), HostileSchemas.chainOfArrays(400).replace('\'', '"'));
        var fixed = Files.writeString(
                folder.resolve("fixed.avsc"), "{\"type\":\"fixed\",\"name\":\"F\",\"size\":2147483647}");

        for (var file : List.of(deep, fixed)) {
            assertThatThrownBy(() -> SingleObjectFraming.ofFiles(List.of(file)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("no Avro schema in " + file);
        }
    }

    @Test
    void shouldRefuseASchemaThatCannotBeExtended() {
        // Within what Avro's parser takes where it stands; within so many maps it is too deep.
        var type = HostileSchemas.parse(
                "{'type':'record','name':'R','fields':[],'deep':" + "[".repeat(990) + "]".repeat(990) + "}");
        for (int i = 0; i < 10; i++) {
            type = Schema.createMap(type);
        }
        var schema = HostileSchemas.requestWith(type);
        var format = new AvroRecordFormat(
                List.of(FieldMapping.added("text", "de")), ReadFields.NONE, new BareFraming(schema));

        assertThatThrownBy(() -> format.decode(new byte[] {2, 'x', 0}))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessageStartingWith("the schema io.lingoduct.avro.TranslationRequest cannot be used: ");
    }

    private static String chain(int levels) {
        var type = "'int'";
        for (int i = 1; i < levels; i++) {
            type = "{'type':'record','name':'C" + i + "','fields':[{'name':'c','type':" + type + "}]}";
        }
        return type;
    }

    private static void assertRefusedByAll(Schema schema, byte[] value, String reason) {
        for (var format : List.of(avro(schema), fields(schema, "text"))) {
            assertThatThrownBy(() -> format.decode(value))
                    .isInstanceOf(MalformedMessageException.class)
                    .hasMessageContaining(reason);
        }
        assertThatThrownBy(() -> new RecordCheck().check(new FramedRecord(schema, value, 0)))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessageContaining(reason);
    }

    private static MessageFormat avro(Schema schema) {
        return new AvroFormat(new BareFraming(schema));
    }

    private static AvroRecordFormat fields(Schema schema, String path) {
        return new AvroRecordFormat(List.of(FieldMapping.inPlace(path)), ReadFields.NONE, new BareFraming(schema));
    }
}
