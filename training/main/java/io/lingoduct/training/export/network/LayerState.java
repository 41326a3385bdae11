package io.lingoduct.training.export.network;

import io.lingoduct.training.export.onnx.GraphBuilder.Type;
import io.lingoduct.training.export.onnx.GraphBuilder.Value;
import io.lingoduct.training.export.onnx.LoopState;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * State of a recurrent layer between two steps, each part [rows, units].
 *
 * @param hidden as {@code hiddenType} says: in float32, or as products read it
 * @param cell in float32; empty where the cell has none
 */
record LayerState(Value hidden, Optional<Value> cell, Type hiddenType) {

    /**
     * The same state with each part replaced by a visitor's answer.
     *
     * @param rows name of the first dimension
     * @param units names the second dimension of each part
     */
    LayerState map(LoopState.Visitor visitor, String rows, Supplier<String> units) {
        return new LayerState(
                visitor.step("state", hiddenType, hidden, rows, units.get()),
                cell.map(value -> visitor.step("state", Type.FLOAT, value, rows, units.get())),
                hiddenType);
    }
}
