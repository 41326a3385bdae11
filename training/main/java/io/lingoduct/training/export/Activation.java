package io.lingoduct.training.export;

import io.lingoduct.training.export.GraphBuilder.Value;
import java.util.List;

/**
 * A value of which it is known how far from zero it can get, whatever the input.
 *
 * @param bound largest absolute value
 */
record Activation(Value value, float bound) {

    /** States of cells, readouts, and weighted means of states: all within [-1, 1]. */
    static Activation unit(Value value) {
        return new Activation(value, 1);
    }

    /** Both side by side in the last dimension. */
    Activation with(GraphBuilder g, Activation other) {
        var joined = g.node("Concat", List.of(value, other.value), Attributes.of("axis", -1));
        return new Activation(joined, Math.max(bound, other.bound));
    }

    /** The sum of both. */
    Activation plus(GraphBuilder g, Activation other) {
        return new Activation(g.node("Add", List.of(value, other.value)), bound + other.bound);
    }
}
