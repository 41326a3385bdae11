package io.lingoduct.training.export;

import io.lingoduct.training.export.GraphBuilder.Type;
import io.lingoduct.training.export.GraphBuilder.Value;
import io.lingoduct.training.network.Cell;
import io.lingoduct.training.network.NetworkConfig;
import java.util.ArrayList;
import java.util.List;

/**
 * The cell of an encoder's layer: B rows, G gates of H units. What the names of a direction's weights end with stands for it.
 *
 * @param layer its name among the weights
 */
record ScannedCell(ProductNodes products, String layer) {

    /**
     * A row after a position.
     *
     * @param hidden [B, H]
     * @param states what the next position is given, as {@link #start} has it
     */
    record After(Value hidden, List<Value> states) {}

    /**
     * The first states, hidden and, where the cell has one, cell state [B, H].
     *
     * @param rows B, as a vector of one
     */
    List<Value> start(GraphBuilder g, Value rows) {
        var shape = g.node("Concat", List.of(rows, g.longs(config().encoderHidden())), Attributes.of("axis", 0));
        var hidden = g.node("Expand", List.of(isReadByProductsAlone() ? products.carriedZero(g) : g.scalar(0f), shape));
        return config().cell().hasCellState()
                ? List.of(hidden, g.node("Expand", List.of(g.scalar(0f), shape)))
                : List.of(hidden);
    }

    List<Type> types() {
        var hidden = isReadByProductsAlone() ? products.carriedType() : Type.FLOAT;
        return config().cell().hasCellState() ? List.of(hidden, Type.FLOAT) : List.of(hidden);
    }

    /** A hidden state among the states. */
    Activation activation(Value hidden) {
        return isReadByProductsAlone() ? products.unit(hidden) : Activation.unit(hidden);
    }

    /** A GRU interpolates between its states. */
    private boolean isReadByProductsAlone() {
        return config().cell() != Cell.GRU;
    }

    /** What the gates get from each token of the source vocabulary, and so from its embedding: [vocabulary, G·H]. */
    RowTable sharesOfTokens(GraphBuilder g, String direction) {
        return products.weights()
                .table(
                        g,
                        "source_embedding.weight",
                        config().sourceVocabulary(),
                        layer + direction,
                        () -> trained().get(inputWeights(direction)),
                        () -> trained().inputBias(layer, direction),
                        gateUnits());
    }

    /** What the gates get from inputs x [X, inputs]: [X, G·H]. */
    RowTable shares(GraphBuilder g, String direction, Activation x) {
        var name = inputWeights(direction);
        return RowTable.of(products.rows(
                g, x, name, () -> trained().get(name), () -> trained().inputBias(layer, direction), gateUnits()));
    }

    private String inputWeights(String direction) {
        return layer + ".weight_ih" + direction;
    }

    /**
     * The states one position on.
     *
     * @param inputSums [B, G·H]
     * @param states those after the position before
     */
    After next(GraphBuilder g, String direction, Value inputSums, List<Value> states) {
        var stateSums = stateSums(g, direction, activation(states.get(0)));
        var next = new ArrayList<>(
                switch (config().cell()) {
                    case GRU -> List.of(GateNodes.gru(g, inputSums, stateSums, states.get(0)));
                    case LSTM -> GateNodes.lstm(g, g.node("Add", List.of(stateSums, inputSums)), states.get(1));
                    case RNN -> List.of(GateNodes.rnn(g, g.node("Add", List.of(stateSums, inputSums))));
                });
        var hidden = next.get(0);
        if (isReadByProductsAlone()) {
            next.set(0, products.carried(products.ready(g, Activation.unit(hidden))));
        }
        return new After(hidden, next);
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
