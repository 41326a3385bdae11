package io.lingoduct.serde.avro.schema;

import io.lingoduct.observe.Printable;
import io.lingoduct.serde.MalformedMessageException;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;

/**
 * The cost of values as far as their schema tells, worked out once: it is nested within limits, no record holds itself
 * without end, and how much an element is that takes no bytes.
 *
 * <p>Avro's reader lays the fields of a record that another holds directly out among the other's own. With records that hold
 * the next one twice each, forty types make a trillion fields: what a record is laid out to counts as visited.
 */
public final class SchemaShape {

    /** @param nodes the record and all that it holds directly, and the records in it, and so on */
    private record LaidOut(long nodes, boolean takesNoBytes) {}

    private static final LaidOut IN_PROGRESS = new LaidOut(0, false);

    private final WalkBudget budget;
    private final Map<Schema, Integer> heights = new IdentityHashMap<>();
    private final Map<Schema, LaidOut> records = new IdentityHashMap<>();

    private SchemaShape(Schema schema) {
        budget = WalkBudget.ofSchema(schema);
        height(schema);
        heights.keySet().stream()
                .filter(type -> type.getType() == Schema.Type.RECORD)
                .forEach(this::layOut);
        heights.clear();
    }

    /** @throws MalformedMessageException if the schema is beyond the limits of {@link WalkBudget}, or has no finite values */
    public static SchemaShape of(Schema schema) {
        return new SchemaShape(schema);
    }

    /** Types visited in the schema; a measure of the memory that derivations from it take, too. */
    public long nodes() {
        return budget.nodes();
    }

    /** The values in one of this type if it takes no bytes, itself included; else 0. */
    public long nodesWithoutBytes(Schema type) {
        return switch (type.getType()) {
            case NULL -> 1;
            case FIXED -> type.getFixedSize() == 0 ? 1 : 0;
            case RECORD -> {
                var laidOut = records.get(type);
                yield laidOut.takesNoBytes ? laidOut.nodes : 0;
            }
            default -> 0;
        };
    }

    // A type that is being looked at counts as none: it may hold itself, in an array or a choice.
    private int height(Schema type) {
        budget.visit();
        var known = heights.get(type);
        if (known != null) {
            return known;
        }
        heights.put(type, 0);
        budget.enter();
        int height = 0;
        for (var part : parts(type)) {
            height = Math.max(height, 1 + height(part));
        }
        budget.leave();
        budget.requireDepth(height);
        heights.put(type, height);
        return height;
    }

    private static List<Schema> parts(Schema type) {
        return switch (type.getType()) {
            case RECORD -> type.getFields().stream().map(Schema.Field::schema).toList();
            case ARRAY -> List.of(type.getElementType());
            case MAP -> List.of(type.getValueType());
            case UNION -> type.getTypes();
            default -> List.of();
        };
    }

    private LaidOut layOut(Schema record) {
        var known = records.get(record);
        if (known == IN_PROGRESS) {
            throw new MalformedMessageException(
                    "records of the type " + Printable.name(record.getFullName()) + " hold themselves without end");
        }
        if (known != null) {
            return known;
        }
        records.put(record, IN_PROGRESS);
        budget.enter();
        long nodes = 1;
        boolean takesNoBytes = true;
        for (var field : record.getFields()) {
            boolean isRecord = field.schema().getType() == Schema.Type.RECORD;
            nodes += isRecord ? layOut(field.schema()).nodes : 1;
            takesNoBytes &= isRecord ? records.get(field.schema()).takesNoBytes : nodesWithoutBytes(field.schema()) > 0;
        }
        budget.leave();
        budget.visit(nodes);
        var laidOut = new LaidOut(nodes, takesNoBytes);
        records.put(record, laidOut);
        return laidOut;
    }
}
