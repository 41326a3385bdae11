package io.lingoduct.training.export.network;

import io.lingoduct.training.export.onnx.Activation;
import io.lingoduct.training.export.onnx.Attributes;
import io.lingoduct.training.export.onnx.GraphBuilder;
import io.lingoduct.training.export.onnx.GraphBuilder.Type;
import io.lingoduct.training.export.onnx.GraphBuilder.Value;
import io.lingoduct.training.export.onnx.ProductNodes;
import io.lingoduct.training.export.onnx.RowTable;
import io.lingoduct.training.network.Cell;
import io.lingoduct.training.network.NetworkConfig;
import java.util.List;
import java.util.Optional;

/**
 * The cell of an encoder's layer: B rows, G gates of H units. A direction is called by the end of its weights' names.
 *
 * @param layer its name among the weights
 */
record ScannedCell(LayerNodes layers, String layer) {

    /**
     * A row after a position.
     *
     * @param hidden [B, H]
     * @param state for the next position
     */
    record After(Value hidden, LayerState state) {}

    /**
     * The first state [B, H].
     *
     * @param rows B, as a vector of one
     */
    LayerState start(GraphBuilder g, Value rows) {
        var shape = g.node("Concat", List.of(rows, g.longs(config().encoderHidden())), Attributes.of("axis", 0));
        var hidden =
                g.node("Expand", List.of(isReadByProductsAlone() ? products().carriedZero(g) : g.scalar(0f), shape));
        return state(
                hidden,
                config().cell().hasCellState()
                        ? Optional.of(g.node("Expand", List.of(g.scalar(0f), shape)))
                        : Optional.empty());
    }

    private LayerState state(Value hidden, Optional<Value> cell) {
        return new LayerState(hidden, cell, isReadByProductsAlone() ? products().carriedType() : Type.FLOAT);
    }

    /** A state's hidden part. */
    Activation activation(Value hidden) {
        return isReadByProductsAlone() ? products().unit(hidden) : Activation.unit(hidden);
    }

    /** A GRU interpolates between its states. */
    private boolean isReadByProductsAlone() {
        return config().cell() != Cell.GRU;
    }

    /** Sums that the gates get from each token of the source vocabulary, and so from its embedding: [vocabulary, G·H]. */
    RowTable sharesOfTokens(GraphBuilder g, String direction) {
        return layers.table(
                g,
                "source_embedding.weight",
                config().sourceVocabulary(),
                layer + direction,
                () -> trained().get(inputWeights(direction)),
                () -> trained().inputBias(layer, direction),
                gateUnits());
    }

    /** Sums that the gates get from inputs x [X, inputs]: [X, G·H]. */
    RowTable shares(GraphBuilder g, String direction, Activation x) {
        var name = inputWeights(direction);
        return RowTable.of(products()
                .rows(g, x, name, () -> trained().get(name), () -> trained().inputBias(layer, direction), gateUnits()));
    }

    private String inputWeights(String direction) {
        return layer + ".weight_ih" + direction;
    }

    /**
     * The state one position on.
     *
     * @param inputSums [B, G·H]
     * @param before the state after the position before
     */
    After next(GraphBuilder g, String direction, Value inputSums, LayerState before) {
        var stateSums = stateSums(g, direction, activation(before.hidden()));
        var next =
                switch (config().cell()) {
                    case GRU -> GateNodes.gru(g, inputSums, stateSums, before.hidden());
                    case LSTM ->
                        GateNodes.lstm(
                                g,
                                g.node("Add", List.of(stateSums, inputSums)),
                                before.cell().orElseThrow());
                    case RNN -> GateNodes.rnn(g, g.node("Add", List.of(stateSums, inputSums)));
                };
        var hidden = isReadByProductsAlone()
                ? products().carried(products().ready(g, Activation.unit(next.hidden())))
                : next.hidden();
        return new After(next.hidden(), state(hidden, next.cell()));
    }

    private Value stateSums(GraphBuilder g, String direction, Activation hidden) {
        var name = layer + ".weight_hh" + direction;
        if (config().cell() != Cell.GRU) {
            return products().rows(g, hidden, name, () -> trained().get(name), gateUnits());
        }
        var bias = layer + ".bias_hh" + direction;
        return products()
                .rows(
                        g,
                        hidden,
                        name,
                        () -> trained().get(name),
                        () -> trained().get(bias),
                        gateUnits());
    }

    private ProductNodes products() {
        return layers.products();
    }

    private TrainedWeights trained() {
        return layers.trained();
    }

    private NetworkConfig config() {
        return layers.config();
    }

    /** G·H. */
    private int gateUnits() {
        return config().cell().gates() * config().encoderHidden();
    }
}
