package io.lingoduct.training.export;

import io.lingoduct.training.export.GraphBuilder.Value;
import io.lingoduct.training.network.Cell;
import java.util.List;

/** What a cell makes of the sums of its G gates, which stand side by side as libtorch orders them: [N, G·D] to [N, D]. */
final class GateNodes {

    private GateNodes() {}

    static Value rnn(GraphBuilder g, Value sums) {
        return g.node("Tanh", List.of(sums));
    }

    /**
     * The gates i, f, g, o.
     *
     * @param cell [N, D]
     * @return hidden and cell state
     */
    static List<Value> lstm(GraphBuilder g, Value sums, Value cell) {
        var gates = g.nodes("Split", Cell.LSTM.gates(), List.of(sums), Attributes.of("axis", 1));
        var in = g.node("Sigmoid", List.of(gates.get(0)));
        var forget = g.node("Sigmoid", List.of(gates.get(1)));
        var candidate = g.node("Tanh", List.of(gates.get(2)));
        var out = g.node("Sigmoid", List.of(gates.get(3)));
        var kept = g.node("Mul", List.of(forget, cell));
        var added = g.node("Mul", List.of(in, candidate));
        var nextCell = g.node("Add", List.of(kept, added));
        var nextHidden = g.node("Mul", List.of(out, g.node("Tanh", List.of(nextCell))));
        return List.of(nextHidden, nextCell);
    }

    /**
     * The gates r, z, n, whose sums of input and of state stay apart, each with its biases.
     *
     * @param hidden [N, D]
     */
    static Value gru(GraphBuilder g, Value inputSums, Value stateSums, Value hidden) {
        var i = g.nodes("Split", Cell.GRU.gates(), List.of(inputSums), Attributes.of("axis", 1));
        var h = g.nodes("Split", Cell.GRU.gates(), List.of(stateSums), Attributes.of("axis", 1));
        var reset = g.node("Sigmoid", List.of(g.node("Add", List.of(i.get(0), h.get(0)))));
        var update = g.node("Sigmoid", List.of(g.node("Add", List.of(i.get(1), h.get(1)))));
        var remembered = g.node("Mul", List.of(reset, h.get(2)));
        var candidate = g.node("Tanh", List.of(g.node("Add", List.of(i.get(2), remembered))));
        var difference = g.node("Sub", List.of(hidden, candidate));
        return g.node("Add", List.of(candidate, g.node("Mul", List.of(update, difference))));
    }
}
