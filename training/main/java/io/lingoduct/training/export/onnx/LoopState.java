package io.lingoduct.training.export.onnx;

import io.lingoduct.training.export.onnx.GraphBuilder.Type;
import io.lingoduct.training.export.onnx.GraphBuilder.Value;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * State that a loop carries from step to step: a record of values. The record names each of them once, in {@link #map}; all
 * else that a loop does with its state goes through there, and no value is known by its place in a list.
 *
 * @param <S> the record
 */
public interface LoopState<S> {

    /** Is shown each value of a state as the loop carries it, in the record's order, and says what takes its place. */
    @FunctionalInterface
    interface Visitor {

        Value visit(Carried carried);

        /** A value that only the next step wants. */
        default Value step(String name, Type type, Value value, String... dims) {
            return visit(new Carried(name, type, value, Carried.Use.STEP, List.of(dims)));
        }

        /** A value that belongs to the result. */
        default Value result(String name, Type type, Value value, String... dims) {
            return visit(new Carried(name, type, value, Carried.Use.RESULT, List.of(dims)));
        }

        /** A result [N, T] that grows by a column each step. */
        default Value columns(String name, Type type, Value value) {
            return visit(new Carried(name, type, value, Carried.Use.COLUMNS, List.of("N", "T")));
        }
    }

    /** The same state with every value replaced by the visitor's answer. */
    S map(Visitor visitor);

    /** All values in the record's order. */
    default List<Carried> carried() {
        var all = new ArrayList<Carried>();
        map(each -> {
            all.add(each);
            return each.value();
        });
        return all;
    }

    default List<Value> valueList() {
        return carried().stream().map(Carried::value).toList();
    }

    /** The state as inputs of a loop's body, which are declared there. */
    default S asInputs(GraphBuilder body) {
        return map(each -> each.asInput(body));
    }

    /** Declares the state, as it is after a step, as outputs of a loop's body. */
    default void asOutputs(GraphBuilder body) {
        carried().forEach(each -> each.asOutput(body));
    }

    /** The state that a loop ends with. */
    default S from(Iterator<Value> outputs) {
        return map(each -> outputs.next());
    }
}
