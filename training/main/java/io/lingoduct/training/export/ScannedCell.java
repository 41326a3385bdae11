package io.lingoduct.training.export;

import io.lingoduct.training.export.GraphBuilder.Type;
import io.lingoduct.training.export.GraphBuilder.Value;
import io.lingoduct.training.network.Cell;
import io.lingoduct.training.network.NetworkConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The cell of an encoder's layer: B rows; P directions of G gates of H units.
 *
 * @param layer its name among the weights
 */
record ScannedCell(ProductNodes products, String layer) {

    /**
     * The first states, hidden and, where the cell has one, cell state [B, H].
     *
     * @param rows B, as a vector of one
     */
    List<Value> start(GraphBuilder g, Value rows) {
        var shape = g.node("Concat", List.of(rows, g.longs(config().encoderHidden())), Attributes.of("axis", 0));
        var zero = g.node("Expand", List.of(g.scalar(0f), shape));
        return tensors().map(name -> zero).toList();
    }

    /** The states as inputs of a loop's body. */
    List<Value> inputs(GraphBuilder body) {
        return tensors().map(name -> body.input(name, Type.FLOAT, "B", "H")).toList();
    }

    /** The states after a position as outputs of a loop's body, and the hidden state as that position's. */
    void outputs(GraphBuilder body, List<Value> states) {
        states.forEach(state -> body.output("state", state, Type.FLOAT, "B", "H"));
        body.output("position", states.get(0), Type.FLOAT, "B", "H");
    }

    /** What the gates get from inputs x [X, inputs]: for each row of x those of all directions, [P·X, G·H]. */
    Value inputSums(GraphBuilder g, Activation x) {
        var name = layer + ".weight_ih";
        var sums = products.rows(
                g,
                x,
                name,
                () -> trained().ofAllDirections(name),
                () -> trained().inputBias(layer),
                config().directions() * gateUnits());
        return g.node("Reshape", List.of(sums, g.longs(-1, gateUnits())));
    }

    /**
     * The states one position on.
     *
     * @param direction what the names of its weights end with
     * @param inputSums [B, G·H]
     * @param states as is returned, one position before
     */
    List<Value> next(GraphBuilder g, String direction, Value inputSums, List<Value> states) {
        var hidden = states.get(0);
        var stateSums = stateSums(g, direction, Activation.unit(hidden));
        return new ArrayList<>(
                switch (config().cell()) {
                    case GRU -> List.of(GateNodes.gru(g, inputSums, stateSums, hidden));
                    case LSTM -> GateNodes.lstm(g, g.node("Add", List.of(stateSums, inputSums)), states.get(1));
                    case RNN -> List.of(GateNodes.rnn(g, g.node("Add", List.of(stateSums, inputSums))));
                });
    }

    private Value stateSums(GraphBuilder g, String direction, Activation hidden) {
        var name = layer + ".weight_hh" + direction;
        if (config().cell() != Cell.GRU) {
            return products.rows(g, hidden, name, () -> trained().get(name), gateUnits());
        }
        var bias = layer + ".bias_hh" + direction;
        return products.rows(
                g, hidden, name, () -> trained().get(name), () -> trained().get(bias), gateUnits());
    }

    private Stream<String> tensors() {
        return config().cell().hasCellState() ? Stream.of("hidden", "cell") : Stream.of("hidden");
    }

    private TrainedWeights trained() {
        return products.weights().trained();
    }

    private NetworkConfig config() {
        return trained().config();
    }

    /** G·H. */
    private int gateUnits() {
        return config().cell().gates() * config().encoderHidden();
    }
}
