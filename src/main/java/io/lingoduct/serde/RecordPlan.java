package io.lingoduct.serde;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.Schema;

/**
 * What the paths mean for the records of one schema: which records take additional fields, and the schema of the output.
 *
 * <p>A record type has one definition wherever it is used. So a field added for one place is added to the type, and is null
 * in the places that no path leads to.
 */
final class RecordPlan {

    private static final int NO_TEXT = -2;

    private final Map<String, List<AddedField>> added = new HashMap<>();
    private final Set<String> reached = new HashSet<>();
    private final Schema output;

    private RecordPlan(Schema schema, PathNode root) {
        visit(schema, root);
        this.output = hasNewFields() ? ExtendedSchema.of(schema, added) : schema;
    }

    /**
     * @throws MalformedMessageException if a translation is to be added to what cannot take it
     */
    static RecordPlan of(Schema schema, PathNode root) {
        return new RecordPlan(schema, root);
    }

    private boolean hasNewFields() {
        return added.values().stream().flatMap(List::stream).anyMatch(AddedField::isNew);
    }

    /** The schema that records have after the translation: the same object if no field is added to any of them. */
    Schema output() {
        return output;
    }

    /** In the order in which they follow a record's own fields, where they are new. */
    List<AddedField> addedTo(Schema record) {
        return added.isEmpty() ? List.of() : added.getOrDefault(record.getFullName(), List.of());
    }

    /** Whether the schema has a text, or a choice with one, at this path. */
    boolean reaches(FieldPath path) {
        return reached.contains(path.toString());
    }

    // A path has an end, so this has one in recursive types, too.
    private void visit(Schema schema, PathNode node) {
        if (node.wantsNothing()) {
            return;
        }
        switch (schema.getType()) {
            case UNION -> schema.getTypes().forEach(branch -> visit(branch, node));
            case ARRAY -> visit(schema.getElementType(), node.wantsElements() ? node.elements() : PathNode.NOTHING);
            case MAP -> visitEntries(schema, node);
            case RECORD -> visitFields(schema, node);
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

    private void visitEntries(Schema schema, PathNode node) {
        if (node.wantsMembers()) {
            node.children().forEach(child -> visit(schema.getValueType(), child));
        }
    }

    private void visitFields(Schema schema, PathNode node) {
        if (!node.wantsMembers()) {
            return;
        }
        for (var field : schema.getFields()) {
            var child = node.member(field.name());
            visit(field.schema(), child);
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
            throw new MalformedMessageException("the record " + record.getFullName() + " has a field " + name
                    + " already, and that is neither a string nor a choice of null and string");
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
