package io.lingoduct.training.export.onnx;

import io.lingoduct.training.export.onnx.GraphBuilder.Value;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A value with a bound that holds for any input.
 *
 * @param value in float32; absent where only products read it
 * @param bound largest absolute value
 * @param integers the same as {@link ProductNodes} reads it; absent where it has not been worked out
 */
public record Activation(Value value, float bound, Value integers) {

    public Activation(Value value, float bound) {
        this(value, bound, Value.ABSENT);
    }

    /** States of cells, readouts, and weighted means of states: all within [-1, 1]. */
    public static Activation unit(Value value) {
        return new Activation(value, 1);
    }

    public boolean hasIntegers() {
        return integers != Value.ABSENT;
    }

    /** Both side by side in the last dimension, in integers if both are there in the same scale. */
    public Activation with(GraphBuilder g, Activation other) {
        if (hasIntegers() && other.hasIntegers() && bound == other.bound) {
            return new Activation(Value.ABSENT, bound, sideBySide(g, integers, other.integers));
        }
        return new Activation(sideBySide(g, value, other.value), Math.max(bound, other.bound));
    }

    private static Value sideBySide(GraphBuilder g, Value left, Value right) {
        return g.node("Concat", List.of(left, right), Attributes.of("axis", -1));
    }

    /** The same in another shape or order: in integers if they are there. */
    public Activation moved(UnaryOperator<Value> move) {
        return hasIntegers()
                ? new Activation(Value.ABSENT, bound, move.apply(integers))
                : new Activation(move.apply(value), bound);
    }

    /** The integers if they are there, else the value. */
    Value any() {
        return hasIntegers() ? integers : value;
    }

    /** The sum of both. */
    public Activation plus(GraphBuilder g, Activation other) {
        return new Activation(g.node("Add", List.of(value, other.value)), bound + other.bound);
    }
}
