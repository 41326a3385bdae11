package io.lingoduct.serde.avro;

import io.lingoduct.serde.ByteRange;
import io.lingoduct.serde.MalformedMessageException;
import io.lingoduct.serde.PathNode;
import io.lingoduct.serde.ReadFields;
import io.lingoduct.serde.StrictUtf8;
import io.lingoduct.serde.avro.framing.FramedRecord;
import io.lingoduct.serde.avro.schema.ExtendedSchema;
import io.lingoduct.serde.avro.schema.WalkBudget;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;

/**
 * Walks over the bytes of an Avro record along its schema and finds the places that the translation changes. Nothing is
 * built from the rest: it is only looked at to learn where it ends.
 *
 * <p>The bytes may be anything. Lengths and counts are held against the bytes that are left, all that is visited and its nesting
 * against a {@link WalkBudget}. Elements that take no bytes, such as nulls, are counted and not walked over.
 */
final class AvroScan {

    private final RecordPlan plan;
    private final AvroCursor in;
    private final byte[] value;
    private final List<String> texts = new ArrayList<>();
    private final List<String> fields = new ArrayList<>();
    private List<AvroPiece> pieces = new ArrayList<>();
    private final ReadFields.Texts read;
    private final WalkBudget budget;
    private boolean isOutermost = true;

    private AvroScan(FramedRecord record, RecordPlan plan, ReadFields.Texts read) {
        this.plan = plan;
        this.read = read;
        this.value = record.value();
        this.in = new AvroCursor(value, record.start());
        this.budget = WalkBudget.ofValue(value.length - record.start());
    }

    /**
     * @param root the texts to translate
     * @param fields the texts to read
     * @throws MalformedMessageException if the bytes are anything but one record, with texts where the paths lead
     */
    static AvroScan of(FramedRecord record, PathNode root, ReadFields fields, RecordPlan plan) {
        var scan = new AvroScan(record, plan, fields.texts());
        scan.value(record.schema(), root, fields.root());
        if (scan.in.remaining() > 0) {
            throw new MalformedMessageException("bytes follow the Avro record");
        }
        return scan;
    }

    List<String> texts() {
        return List.copyOf(texts);
    }

    /** The path of the field that holds each text. */
    List<String> fields() {
        return fields;
    }

    /** The texts of fields that are only read. */
    ReadFields.Texts read() {
        return read;
    }

    /** The places to change, in the order of the bytes. */
    List<AvroPiece> pieces() {
        return List.copyOf(pieces);
    }

    /**
     * @param node the texts to translate in the value
     * @param wanted the texts to read in it
     */
    private void value(Schema schema, PathNode node, PathNode wanted) {
        budget.visit();
        if (!fits(schema.getType(), node)) {
            throw node.isNot(kind(schema));
        }
        var toRead = wanted;
        if (!fits(schema.getType(), wanted)) {
            read.refused(wanted, () -> wanted.isNot(kind(schema)));
            toRead = PathNode.NOTHING;
        }
        switch (schema.getType()) {
            case NULL -> {
                // Takes no bytes.
            }
            case BOOLEAN -> in.skipBoolean();
            case INT -> in.skipInt();
            case LONG -> in.readLong();
            case FLOAT -> in.skip(Float.BYTES);
            case DOUBLE -> in.skip(Double.BYTES);
            case FIXED -> in.skip(schema.getFixedSize());
            case ENUM -> in.readIndex(schema.getEnumSymbols().size());
            case BYTES -> in.skip(in.readLength());
            case STRING -> string(node, toRead);
            case UNION ->
                value(schema.getTypes().get(in.readIndex(schema.getTypes().size())), node, toRead);
            case RECORD, ARRAY, MAP -> nested(schema, node, toRead);
        }
    }

    private static boolean fits(Schema.Type type, PathNode node) {
        if (node.wantsNothing() || type == Schema.Type.NULL || type == Schema.Type.UNION) {
            return true;
        }
        if (node.wantsText()) {
            return type == Schema.Type.STRING;
        }
        return node.wantsElements() ? type == Schema.Type.ARRAY : type == Schema.Type.RECORD || type == Schema.Type.MAP;
    }

    private static String kind(Schema schema) {
        return "of the type " + schema.getType().getName();
    }

    private void nested(Schema schema, PathNode node, PathNode toRead) {
        budget.enter();
        switch (schema.getType()) {
            case RECORD -> record(schema, node, toRead);
            case ARRAY -> array(schema, node, toRead);
            default -> map(schema, node, toRead);
        }
        budget.leave();
    }

    private void string(PathNode node, PathNode toRead) {
        int start = in.position();
        int length = in.readLength();
        int textStart = in.position();
        in.skip(length);
        if (node.wantsText()) {
            texts.add(StrictUtf8.decode(value, textStart, length));
            fields.add(node.path());
            // A text whose translation is added stays, and whoever adds it makes a piece of its own.
            if (node.addAs().isEmpty()) {
                pieces.add(new AvroPiece.Text(start, in.position(), texts.size() - 1));
            }
        }
        if (toRead.wantsText() && !read.isRefused(toRead)) {
            try {
                read.found(toRead, StrictUtf8.decode(value, textStart, length));
            } catch (MalformedMessageException e) {
                read.refused(toRead, () -> e);
            }
        }
    }

    private void record(Schema schema, PathNode node, PathNode toRead) {
        var estimate = isOutermost ? plan.estimate() : null;
        isOutermost = false;
        var added = plan.addedTo(schema);
        if (!added.isEmpty()) {
            recordWithAdditions(schema, node, toRead, added, estimate);
            return;
        }
        for (var field : schema.getFields()) {
            field(field, node, toRead, estimate);
        }
    }

    private void field(Schema.Field field, PathNode node, PathNode toRead, EstimateField estimate) {
        int start = in.position();
        value(field.schema(), node.member(field.name()), toRead.member(field.name()));
        if (estimate != null && estimate.name().equals(field.name())) {
            pieces.add(new AvroPiece.Estimate(start, in.position(), estimate));
        }
    }

    private void recordWithAdditions(
            Schema schema, PathNode node, PathNode toRead, List<RecordPlan.AddedField> added, EstimateField estimate) {
        var textsToAdd = new HashMap<String, Integer>();
        var places = new HashMap<String, ByteRange>();
        int firstPiece = pieces.size();
        for (var field : schema.getFields()) {
            var child = node.member(field.name());
            int start = in.position();
            int textsBefore = texts.size();
            field(field, node, toRead, estimate);
            places.put(field.name(), new ByteRange(start, in.position()));
            if (child.addAs().isPresent() && texts.size() > textsBefore) {
                textsToAdd.put(child.addAs().get(), textsBefore);
            }
        }
        added.forEach(field -> add(field, textsToAdd, places));
        // A field that is there already may stand before the text and before other places.
        pieces.subList(firstPiece, pieces.size()).sort(Comparator.comparingInt(AvroPiece::start));
    }

    private void add(RecordPlan.AddedField field, Map<String, Integer> textsToAdd, Map<String, ByteRange> places) {
        var text = textsToAdd.get(field.name());
        int end = in.position();
        if (field.isNew()) {
            pieces.add(
                    text == null
                            ? new AvroPiece.Field(end, end, ExtendedSchema.BRANCH_OF_NULL, AvroPiece.Field.NULL)
                            : new AvroPiece.Field(end, end, field.branch(), text));
        } else if (text != null) {
            var place = places.get(field.name());
            pieces.add(new AvroPiece.Field(place.start(), place.end(), field.branch(), text));
        }
    }

    private void array(Schema schema, PathNode node, PathNode toRead) {
        var element = schema.getElementType();
        blocks(
                () -> value(element, node.elements(), toRead.elements()),
                plan.shape().nodesWithoutBytes(element));
    }

    private void map(Schema schema, PathNode node, PathNode toRead) {
        if (!node.addedNames().isEmpty()) {
            throw new MalformedMessageException(
                    "the field " + node.path() + " is a map: beside an entry of it nothing can be added");
        }
        blocks(() -> entry(schema.getValueType(), node, toRead), 0);
    }

    private void entry(Schema schema, PathNode node, PathNode toRead) {
        int length = in.readLength();
        int start = in.position();
        in.skip(length);
        // Most entries are of maps that nobody asks for.
        var name = node.wantsNothing() && toRead.wantsNothing()
                ? ""
                : new String(value, start, length, StandardCharsets.UTF_8);
        value(schema, node.member(name), toRead.member(name));
    }

    /** @param withoutBytes the values in an element that takes no bytes; else 0 */
    private void blocks(Runnable element, long withoutBytes) {
        for (long count = in.readLong(); count != 0; count = in.readLong()) {
            if (count < 0) {
                sizedBlock(-count, element, withoutBytes);
            } else {
                elements(count, element, withoutBytes);
            }
        }
    }

    private void sizedBlock(long count, Runnable element, long withoutBytes) {
        int start = in.position();
        int size = in.readLength();
        int contentStart = in.position();
        var outer = pieces;
        pieces = new ArrayList<>();
        elements(count, element, withoutBytes);
        if (in.position() != contentStart + size) {
            throw new MalformedMessageException("not a valid Avro record: a block's size in bytes is wrong");
        }
        if (!pieces.isEmpty()) {
            outer.add(new AvroPiece.Block(start, contentStart, in.position(), pieces));
        }
        pieces = outer;
    }

    private void elements(long count, Runnable element, long withoutBytes) {
        if (withoutBytes > 0) {
            budget.visitWithoutBytes(count, withoutBytes);
            return;
        }
        // The smallest number is its own negative.
        if (count < 0 || count > in.remaining()) {
            throw AvroCursor.truncated();
        }
        for (long i = 0; i < count; i++) {
            element.run();
        }
    }
}
