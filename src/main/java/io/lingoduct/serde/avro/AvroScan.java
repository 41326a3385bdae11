package io.lingoduct.serde.avro;

import io.lingoduct.serde.ByteRange;
import io.lingoduct.serde.MalformedMessageException;
import io.lingoduct.serde.PathNode;
import io.lingoduct.serde.StrictUtf8;
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
    private List<AvroPiece> pieces = new ArrayList<>();
    private final WalkBudget budget;

    private AvroScan(byte[] value, int start, RecordPlan plan) {
        this.plan = plan;
        this.value = value;
        this.in = new AvroCursor(value, start);
        this.budget = WalkBudget.ofValue(value.length - start);
    }

    /**
     * @param start offset of the record, which must go on to the end
     * @throws MalformedMessageException if the bytes are anything but one record, with texts where the paths lead
     */
    static AvroScan of(byte[] value, int start, Schema schema, PathNode root, RecordPlan plan) {
        var scan = new AvroScan(value, start, plan);
        scan.value(schema, root);
        if (scan.in.remaining() > 0) {
            throw new MalformedMessageException("bytes follow the Avro record");
        }
        return scan;
    }

    List<String> texts() {
        return List.copyOf(texts);
    }

    List<AvroPiece> pieces() {
        return List.copyOf(pieces);
    }

    private void value(Schema schema, PathNode node) {
        budget.visit();
        if (!fits(schema.getType(), node)) {
            throw node.isNot("of the type " + schema.getType().getName());
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
            case STRING -> string(node);
            case UNION ->
                value(schema.getTypes().get(in.readIndex(schema.getTypes().size())), node);
            case RECORD, ARRAY, MAP -> nested(schema, node);
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

    private void nested(Schema schema, PathNode node) {
        budget.enter();
        switch (schema.getType()) {
            case RECORD -> record(schema, node);
            case ARRAY -> array(schema, node);
            default -> map(schema, node);
        }
        budget.leave();
    }

    private void string(PathNode node) {
        int start = in.position();
        int length = in.readLength();
        int textStart = in.position();
        in.skip(length);
        if (node.wantsText()) {
            texts.add(StrictUtf8.decode(value, textStart, length));
            // A text whose translation is added stays, and whoever adds it makes a piece of its own.
            if (node.addAs().isEmpty()) {
                pieces.add(new AvroPiece.Text(start, in.position(), texts.size() - 1));
            }
        }
    }

    private void record(Schema schema, PathNode node) {
        var added = plan.addedTo(schema);
        if (!added.isEmpty()) {
            recordWithAdditions(schema, node, added);
            return;
        }
        for (var field : schema.getFields()) {
            value(field.schema(), node.member(field.name()));
        }
    }

    private void recordWithAdditions(Schema schema, PathNode node, List<RecordPlan.AddedField> added) {
        var textsToAdd = new HashMap<String, Integer>();
        var places = new HashMap<String, ByteRange>();
        int firstPiece = pieces.size();
        for (var field : schema.getFields()) {
            var child = node.member(field.name());
            int start = in.position();
            int textsBefore = texts.size();
            value(field.schema(), child);
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

    private void array(Schema schema, PathNode node) {
        var element = schema.getElementType();
        var wanted = node.wantsNothing() ? node : node.elements();
        blocks(() -> value(element, wanted), plan.shape().nodesWithoutBytes(element));
    }

    private void map(Schema schema, PathNode node) {
        if (!node.addedNames().isEmpty()) {
            throw new MalformedMessageException(
                    "the field " + node.path() + " is a map: beside an entry of it nothing can be added");
        }
        blocks(() -> value(schema.getValueType(), entry(node)), 0);
    }

    private PathNode entry(PathNode node) {
        int length = in.readLength();
        int start = in.position();
        in.skip(length);
        return node.wantsNothing() ? node : node.member(new String(value, start, length, StandardCharsets.UTF_8));
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
