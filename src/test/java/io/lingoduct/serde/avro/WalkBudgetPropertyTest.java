package io.lingoduct.serde.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lingoduct.serde.FieldMapping;
import io.lingoduct.serde.MalformedInput;
import io.lingoduct.serde.MalformedMessageException;
import io.lingoduct.serde.ReadFields;
import io.lingoduct.serde.avro.framing.BareFraming;
import io.lingoduct.serde.avro.framing.FramedRecord;
import io.lingoduct.serde.avro.schema.WalkBudget;
import java.io.IOException;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.io.DecoderFactory;
import org.junit.jupiter.api.Test;

/** Whatever the schema and the bytes are: what passes is within the limits, and Avro's own reader takes it. */
class WalkBudgetPropertyTest {

    @Property(tries = 1000, seed = "20260101")
    void shouldPassOnlyWhatAvroReads(@ForAll long seed) throws IOException {
        var schema = RandomRecords.schema(seed);
        var value = RandomRecords.value(seed, schema);
        var format =
                new AvroRecordFormat(List.of(FieldMapping.inPlace("*.*.*")), ReadFields.NONE, new BareFraming(schema));
        boolean passes = passes(schema, value);

        Statistics.label("passes").collect(passes).coverage(checker -> checker.check(true)
                .percentage(percent -> percent > 40));
        if (passes) {
            long parts = parts(new GenericDatumReader<>(schema).read(null, decoder(value)));
            assertThat(parts)
                    .isLessThanOrEqualTo(2L * WalkBudget.NODES + (long) WalkBudget.NODES_PER_BYTE * value.length);
        }
        MalformedInput.assertKeepsOrRefuses(format, value);
    }

    @Property(tries = 1000, seed = "20260101")
    void shouldReadOrRefuseADamagedRecordWithAnySchema(
            @ForAll long seed, @ForAll @IntRange(max = 200) int position, @ForAll byte damage) {
        var unread = RandomRecords.schema(seed);
        var schema = HostileSchemas.requestWith(unread);
        var value = RandomRecords.value(seed, schema);
        value[position % value.length] = damage;

        MalformedInput.assertDecodesOrRefuses(new AvroFormat(new BareFraming(schema)), value);
    }

    @Test
    void shouldMeetItsLimitsExactly() {
        var budget = WalkBudget.ofValue(10);
        budget.visit(WalkBudget.NODES + 160);

        assertThatThrownBy(budget::visit)
                .isInstanceOf(MalformedMessageException.class)
                .hasMessage("made of more than 100160 parts, too many to look at");
    }

    @Test
    void shouldNotBeDeceivedByCountsBeyondTheRangeOfNumbers() {
        var budget = WalkBudget.ofValue(10);
        budget.visitWithoutBytes(50_000, 2);

        for (long count : new long[] {1, Long.MAX_VALUE, Long.MIN_VALUE, Long.MAX_VALUE / 2 + 1}) {
            assertThatThrownBy(() -> budget.visitWithoutBytes(count, 2)).isInstanceOf(MalformedMessageException.class);
        }
    }

    private static boolean passes(Schema schema, byte[] value) {
        try {
            new RecordCheck().check(new FramedRecord(schema, value, 0));
            return true;
        } catch (MalformedMessageException e) {
            return false;
        }
    }

    private static org.apache.avro.io.BinaryDecoder decoder(byte[] value) {
        return DecoderFactory.get().binaryDecoder(value, null);
    }

    private static long parts(Object datum) {
        if (datum instanceof IndexedRecord record) {
            long parts = 1;
            for (var field : record.getSchema().getFields()) {
                parts += parts(record.get(field.pos()));
            }
            return parts;
        }
        if (datum instanceof GenericData.Array<?> array) {
            return 1 + array.stream().mapToLong(WalkBudgetPropertyTest::parts).sum();
        }
        if (datum instanceof java.util.Map<?, ?> map) {
            return 1
                    + map.values().stream()
                            .mapToLong(WalkBudgetPropertyTest::parts)
                            .sum();
        }
        return 1;
    }
}
