package io.lingoduct.training.export.network;

import io.lingoduct.training.export.onnx.Attributes;
import io.lingoduct.training.export.onnx.GraphBuilder;
import io.lingoduct.training.export.onnx.GraphBuilder.Value;
import io.lingoduct.training.network.Cell;
import java.util.List;
import java.util.Optional;

/** New states of a cell from the sums of its G gates, which stand side by side as libtorch orders them: [N, G·D] to [N, D]. */
final class GateNodes {

    private GateNodes() {}

    /**
     * States after a step, in float32.
     *
     * @param cell empty where the cell has none
     */
    record States(Value hidden, Optional<Value> cell) {}

    static States rnn(GraphBuilder g, Value sums) {
        return new States(g.node("Tanh", List.of(sums)), Optional.empty());
    }

    /**
     * The gates i, f, g, o.
     *
     * @param cell [N, D]
     */
    static States lstm(GraphBuilder g, Value sums, Value cell) {
        var gates = g.nodes("Split", Cell.LSTM.gates(), List.of(sums), Attributes.of("axis", 1));
        var in = g.node("Sigmoid", List.of(gates.get(0)));
        var forget = g.node("Sigmoid", List.of(gates.get(1)));
        var candidate = g.node("Tanh", List.of(gates.get(2)));
        var out = g.node("Sigmoid", List.of(gates.get(3)));
        var kept = g.node("Mul", List.of(forget, cell));
        var added = g.node("Mul", List.of(in, candidate));
        var nextCell = g.node("Add", List.of(kept, added));
        var nextHidden = g.node("Mul", List.of(out, g.node("Tanh", List.of(nextCell))));
        return new States(nextHidden, Optional.of(nextCell));
    }

    /**
     * The gates r, z, n, whose sums of input and of state stay apart, each with its biases.
     *
     * @param hidden [N, D]
     */
    static States gru(GraphBuilder g, Value inputSums, Value stateSums, Value hidden) {
        var i = g.nodes("Split", Cell.GRU.gates(), List.of(inputSums), Attributes.of("axis", 1));
        var h = g.nodes("Split", Cell.GRU.gates(), List.of(stateSums), Attributes.of("axis", 1));
        var reset = g.node("Sigmoid", List.of(g.node("Add", List.of(i.get(0), h.get(0)))));
        var update = g.node("Sigmoid", List.of(g.node("Add", List.of(i.get(1), h.get(1)))));
        var remembered = g.node("Mul", List.of(reset, h.get(2)));
        var candidate = g.node("Tanh", List.of(g.node("Add", List.of(i.get(2), remembered))));
        var difference = g.node("Sub", List.of(hidden, candidate));
        var next = g.node("Add", List.of(candidate, g.node("Mul", List.of(update, difference))));
        return new States(next, Optional.empty());
    }
}
