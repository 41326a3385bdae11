package io.lingoduct.serde.avro;

import io.lingoduct.observe.Printable;
import io.lingoduct.serde.MalformedMessageException;
import io.lingoduct.serde.OutputValue;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.apache.avro.Schema;

/**
 * A field at the top of a record that takes the estimate of quality: a double or a float, or a choice of null and one of them.
 *
 * @param name of the field
 * @param isFloat whether it has four bytes and not eight
 * @param branch of the union that holds it, or {@link #NO_UNION}
 * @param nullBranch of the union that holds nothing, or {@link #NO_UNION}
 */
record EstimateField(String name, boolean isFloat, int branch, int nullBranch) {

    private static final int NO_UNION = -1;

    /**
     * The field of a schema; empty if it has none of this name.
     *
     * @param name empty where none is looked for
     * @throws MalformedMessageException if it is of another type
     */
    static Optional<EstimateField> of(Schema schema, String name) {
        var field = name.isEmpty() || schema.getType() != Schema.Type.RECORD ? null : schema.getField(name);
        if (field == null) {
            return Optional.empty();
        }
        var type = field.schema();
        if (isNumber(type)) {
            return Optional.of(new EstimateField(name, type.getType() == Schema.Type.FLOAT, NO_UNION, NO_UNION));
        }
        if (type.isUnion() && type.getTypes().size() == 2) {
            for (int branch = 0; branch < 2; branch++) {
                var other = type.getTypes().get(1 - branch);
                if (isNumber(type.getTypes().get(branch)) && other.getType() == Schema.Type.NULL) {
                    boolean isFloat = type.getTypes().get(branch).getType() == Schema.Type.FLOAT;
                    return Optional.of(new EstimateField(name, isFloat, branch, 1 - branch));
                }
            }
        }
        throw new MalformedMessageException(
                "the field " + name + " of the record " + Printable.name(schema.getFullName())
                        + " is no double or float, and no choice of null and one of them");
    }

    private static boolean isNumber(Schema type) {
        return type.getType() == Schema.Type.DOUBLE || type.getType() == Schema.Type.FLOAT;
    }

    /** Size of the field's value in bytes. */
    long size(double estimate) {
        if (isNull(estimate)) {
            return AvroBytes.size(nullBranch);
        }
        return (branch == NO_UNION ? 0 : AvroBytes.size(branch)) + (isFloat ? Float.BYTES : Double.BYTES);
    }

    /** @param estimate in 0…1; what is not a number is null, where the field can be null */
    void write(double estimate, OutputValue out) {
        if (isNull(estimate)) {
            AvroBytes.write(nullBranch, out);
            return;
        }
        if (branch != NO_UNION) {
            AvroBytes.write(branch, out);
        }
        var bytes = ByteBuffer.allocate(isFloat ? Float.BYTES : Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        out.write((isFloat ? bytes.putFloat((float) estimate) : bytes.putDouble(estimate)).array());
    }

    private boolean isNull(double estimate) {
        return Double.isNaN(estimate) && nullBranch != NO_UNION;
    }
}
