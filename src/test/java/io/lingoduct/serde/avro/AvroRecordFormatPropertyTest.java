package io.lingoduct.serde.avro;

import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.serde.FieldMapping;
import io.lingoduct.serde.MalformedInput;
import io.lingoduct.serde.PathNode;
import io.lingoduct.serde.ReadFields;
import io.lingoduct.serde.Translations;
import io.lingoduct.serde.avro.framing.BareFraming;
import io.lingoduct.serde.avro.framing.FramedRecord;
import io.lingoduct.serde.avro.schema.SchemaShape;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import org.apache.avro.generic.GenericRecord;

class AvroRecordFormatPropertyTest {

    private static final BareFraming FRAMING = new BareFraming(Articles.SCHEMA);

    private static final List<FieldMapping> ADDED =
            List.of(FieldMapping.added("title", "title_de"), FieldMapping.added("comments[].body", "body_de"));
    private static final List<String> READ = List.of(
            "title",
            "subtitle",
            "comments[].body",
            "comments[].replies[].author",
            "labels.*",
            "sections.*[]",
            "parent.title",
            "parent.parent.labels.*",
            "missing");

    private final AvroRecordFormat format = new AvroRecordFormat(Articles.fields(), ReadFields.NONE, FRAMING);
    private final AvroRecordFormat adding = new AvroRecordFormat(ADDED, ReadFields.NONE, FRAMING);

    @Property(tries = 300, seed = "20260101")
    void shouldKeepEveryBitWhenTheTranslationIsTheText(@ForAll long seed, @ForAll boolean inBlocks) {
        var value = encoded(seed, inBlocks);

        assertThat(Translations.identity(format, value)).isEqualTo(value);
    }

    @Property(tries = 300, seed = "20260101")
    void shouldChangeOnlyTheTexts(@ForAll long seed, @ForAll boolean inBlocks) {
        var translated = Translations.translate(format, encoded(seed, inBlocks), AvroRecordFormatPropertyTest::german);

        // Without blocks there is one encoding only, so that the bytes can be compared.
        var expected = Articles.article(seed, AvroRecordFormatPropertyTest::german);
        if (inBlocks) {
            assertThat(Articles.read(Articles.SCHEMA, Articles.SCHEMA, translated))
                    .isEqualTo(reread(expected));
        } else {
            assertThat(translated).isEqualTo(Articles.encode(Articles.SCHEMA, expected));
        }
    }

    @Property(tries = 300, seed = "20260101")
    void shouldWriteTheSizesOfBlocks(@ForAll long seed) {
        var value = encoded(seed, true);
        var translated = Translations.translate(format, value, AvroRecordFormatPropertyTest::german);

        // Decoding refuses a block whose size is wrong; but there have to be some.
        Statistics.label("blocks with sizes").collect(hasBlock(value)).coverage(checker -> checker.check(true)
                .percentage(percent -> percent > 50));
        assertThat(Translations.identity(format, translated)).isEqualTo(translated);
    }

    @Property(tries = 300, seed = "20260101")
    void shouldAddFieldsWithoutAChangeToTheOthers(@ForAll long seed, @ForAll boolean inBlocks) {
        var original = Articles.article(seed, text -> text);
        var output = adding.outputSchema(Articles.SCHEMA);
        var translated = Translations.translate(adding, encoded(seed, inBlocks), AvroRecordFormatPropertyTest::german);
        var record = (GenericRecord) Articles.read(output, output, translated);

        assertThat(Articles.read(output, Articles.SCHEMA, translated)).isEqualTo(reread(original));
        assertThat(record.get("title_de"))
                .hasToString(german(original.get("title").toString()));
        assertThat((List<?>) record.get("comments"))
                .allSatisfy(comment -> assertCommentTranslated((GenericRecord) comment));
    }

    private static void assertCommentTranslated(GenericRecord comment) {
        assertThat(comment.get("body_de"))
                .hasToString(german(comment.get("body").toString()));
        // The same type in another place.
        assertThat((List<?>) comment.get("replies"))
                .allSatisfy(reply ->
                        assertThat(((GenericRecord) reply).get("body_de")).isNull());
    }

    @Property(tries = 300, seed = "20260101")
    void shouldReadWhatItWouldTranslateThere(@ForAll long seed, @ForAll boolean inBlocks) {
        var value = encoded(seed, inBlocks);
        var read = ReadFields.of(READ);
        for (var fields : List.of(Articles.fields(), ADDED, List.of(FieldMapping.inPlace("nothing")))) {
            var message = new AvroRecordFormat(fields, read, FRAMING).decode(value);
            for (var path : READ) {
                var alone = new AvroRecordFormat(List.of(FieldMapping.inPlace(path)), ReadFields.NONE, FRAMING);
                assertThat(message.textAt(path))
                        .isEqualTo(alone.decode(value).texts().stream().findFirst());
            }
        }
    }

    @Property(tries = 500, seed = "20260101")
    void shouldKeepOrRefuseAnyBytes(@ForAll byte[] value) {
        MalformedInput.assertKeepsOrRefuses(format, value);
    }

    @Property(tries = 500, seed = "20260101")
    void shouldKeepOrRefuseADamagedRecord(
            @ForAll long seed,
            @ForAll @IntRange(max = 2000) int position,
            @ForAll byte damage,
            @ForAll boolean inBlocks) {
        var value = encoded(seed, inBlocks);
        value[position % value.length] = damage;

        MalformedInput.assertKeepsOrRefuses(format, value);
    }

    @Property(tries = 20, seed = "20260101")
    void shouldRefuseEveryTruncation(@ForAll long seed, @ForAll boolean inBlocks) {
        MalformedInput.assertRefusesEveryTruncation(format, encoded(seed, inBlocks));
    }

    private static boolean hasBlock(byte[] value) {
        var root = PathNode.of(Articles.fields());
        var plan = RecordPlan.of(Articles.SCHEMA, root, "", SchemaShape.of(Articles.SCHEMA));
        var scan = AvroScan.of(new FramedRecord(Articles.SCHEMA, value, 0), root, ReadFields.NONE, plan);
        return scan.pieces().stream().anyMatch(AvroPiece.Block.class::isInstance);
    }

    private static byte[] encoded(long seed, boolean inBlocks) {
        var article = Articles.article(seed, text -> text);
        return inBlocks ? Articles.encodeInBlocks(Articles.SCHEMA, article) : Articles.encode(Articles.SCHEMA, article);
    }

    // With the classes that a reader chooses for strings and maps.
    private static Object reread(GenericRecord article) {
        return Articles.read(Articles.SCHEMA, Articles.SCHEMA, Articles.encode(Articles.SCHEMA, article));
    }

    private static String german(String text) {
        return "\u00dcbersetzt: " + text + text;
    }
}
