package io.lingoduct.serde.avro;

import io.lingoduct.observe.Printable;
import io.lingoduct.serde.FieldPath;
import io.lingoduct.serde.MalformedMessageException;
import io.lingoduct.serde.PathNode;
import io.lingoduct.serde.avro.schema.ExtendedSchema;
import io.lingoduct.serde.avro.schema.SchemaShape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.Schema;

/**
 * The effect of the paths on the records of one schema: the records that take additional fields, and the schema of the output.
 *
 * <p>A record type has one definition wherever it is used. So a field added for one place is added to the type, and is null
 * in the places that no path leads to.
 */
final class RecordPlan {

    private static final int NO_TEXT = -2;

    /**
     * A field of an Avro record that takes a translation beside its text.
     *
     * @param isNew whether the output schema has the field in addition to the input's; such fields follow the others
     * @param branch of the union that holds texts, or {@link AvroPiece.Field#NO_UNION}
     */
    record AddedField(String name, boolean isNew, int branch) {}

    private final Map<String, List<AddedField>> added = new HashMap<>();
    private final Set<String> reached = new HashSet<>();
    private final SchemaShape shape;
    private final EstimateField estimate;
    private final Schema output;

    private RecordPlan(Schema schema, PathNode root, String estimateName, SchemaShape shape) {
        this.shape = shape;
        this.estimate = EstimateField.of(schema, estimateName).orElse(null);
        visit(schema, root, new HashMap<>());
        var newFields = newFields();
        this.output = newFields.isEmpty() ? schema : ExtendedSchema.of(schema, newFields);
    }

    /**
     * @param estimateName field at the top that takes the estimate of quality; empty for none
     * @throws MalformedMessageException if a translation or the estimate is to go to what cannot take it
     */
    static RecordPlan of(Schema schema, PathNode root, String estimateName, SchemaShape shape) {
        return new RecordPlan(schema, root, estimateName, shape);
    }

    /** A plan for records that are only looked at. */
    static RecordPlan withoutAdditions(Schema schema, SchemaShape shape) {
        return new RecordPlan(schema, PathNode.NOTHING, "", shape);
    }

    /** The cost of values of the input's schema. */
    SchemaShape shape() {
        return shape;
    }

    /** Names of the fields that the output's schema has in addition, by the record's full name. */
    private Map<String, List<String>> newFields() {
        var names = new HashMap<String, List<String>>();
        added.forEach(
                (record, fields) -> fields.stream().filter(AddedField::isNew).forEach(field -> names.computeIfAbsent(
                                record, key -> new ArrayList<>())
                        .add(field.name())));
        return names;
    }

    /** The field of the outermost record that takes the estimate of quality; null where there is none. */
    EstimateField estimate() {
        return estimate;
    }

    /** The schema that records have after the translation: the same object if no field is added to any of them. */
    Schema output() {
        return output;
    }

    /** Fields that take a translation, in the order in which they follow a record's own fields, where they are new. */
    List<AddedField> addedTo(Schema record) {
        return added.isEmpty() ? List.of() : added.getOrDefault(record.getFullName(), List.of());
    }

    /** True if the schema has a text, or a choice with one, at this path. */
    boolean reaches(FieldPath path) {
        return reached.contains(path.toString());
    }

    // A path has an end, so this has one in recursive types, too. But with steps that stand for all fields there are
    // more ways than
    // there is time for: what is wanted of a record type is the same whatever way leads there.
    private void visit(Schema schema, PathNode node, Map<PathNode, Set<Schema>> visited) {
        if (node.wantsNothing()) {
            return;
        }
        switch (schema.getType()) {
            case UNION -> schema.getTypes().forEach(branch -> visit(branch, node, visited));
            case ARRAY ->
                visit(schema.getElementType(), node.wantsElements() ? node.elements() : PathNode.NOTHING, visited);
            case MAP -> visitEntries(schema, node, visited);
            case RECORD -> visitFields(schema, node, visited);
            case STRING -> reach(node);
            default -> {
                // No text and none within.
            }
        }
    }

    private void reach(PathNode node) {
        if (node.wantsText()) {
            reached.add(node.path());
        }
    }

    private void visitEntries(Schema schema, PathNode node, Map<PathNode, Set<Schema>> visited) {
        if (node.wantsMembers()) {
            node.children().forEach(child -> visit(schema.getValueType(), child, visited));
        }
    }

    private void visitFields(Schema schema, PathNode node, Map<PathNode, Set<Schema>> visited) {
        var records = visited.computeIfAbsent(node, key -> Collections.newSetFromMap(new IdentityHashMap<>()));
        if (!node.wantsMembers() || !records.add(schema)) {
            return;
        }
        for (var field : schema.getFields()) {
            var child = node.member(field.name());
            visit(field.schema(), child, visited);
            if (child.addAs().isPresent() && branchOfText(field.schema()) != NO_TEXT) {
                add(schema, child.addAs().get());
            }
        }
    }

    private void add(Schema record, String name) {
        var fields = added.computeIfAbsent(record.getFullName(), key -> new ArrayList<>());
        if (fields.stream().anyMatch(field -> field.name().equals(name))) {
            return;
        }
        var existing = record.getField(name);
        if (existing == null) {
            fields.add(new AddedField(name, true, ExtendedSchema.BRANCH_OF_TEXT));
            return;
        }
        int branch = branchOfText(existing.schema());
        if (branch == NO_TEXT || !holdsOnlyTextAndNull(existing.schema())) {
            throw new MalformedMessageException("the record " + Printable.name(record.getFullName()) + " has a field "
                    + name + " already, and that is neither a string nor a choice of null and string");
        }
        fields.add(new AddedField(name, false, branch));
    }

    private static int branchOfText(Schema schema) {
        if (schema.getType() == Schema.Type.STRING) {
            return AvroPiece.Field.NO_UNION;
        }
        if (schema.getType() == Schema.Type.UNION) {
            for (int branch = 0; branch < schema.getTypes().size(); branch++) {
                if (schema.getTypes().get(branch).getType() == Schema.Type.STRING) {
                    return branch;
                }
            }
        }
        return NO_TEXT;
    }

    private static boolean holdsOnlyTextAndNull(Schema schema) {
        return !schema.isUnion()
                || schema.getTypes().stream()
                        .allMatch(branch ->
                                branch.getType() == Schema.Type.STRING || branch.getType() == Schema.Type.NULL);
    }
}
