package io.lingoduct.training.export.network;

import io.lingoduct.training.export.onnx.Activation;
import io.lingoduct.training.export.onnx.GraphBuilder;
import io.lingoduct.training.export.onnx.GraphBuilder.Type;
import io.lingoduct.training.export.onnx.GraphBuilder.Value;
import io.lingoduct.training.export.onnx.ProductNodes;
import io.lingoduct.training.network.Cell;
import io.lingoduct.training.network.NetworkConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One step of the decoder's cells for N rows. G gates of D units; hidden states lie within [-1, 1] for every cell. */
final class CellNodes {

    private final LayerNodes layers;
    private final ProductNodes products;
    private final TrainedWeights trained;
    private final NetworkConfig config;

    /**
     * Input of a layer beside its own state.
     *
     * @param share sums that the gates get from it already, biases included [N, G·D]; empty where all goes through {@code x}
     * @param x the part that has to be multiplied yet
     * @param matrices names of the gates' matrices for the columns of {@code x}
     */
    private record Given(Optional<Value> share, Optional<Activation> x, List<String> matrices) {}

    CellNodes(LayerNodes layers) {
        this.layers = layers;
        this.products = layers.products();
        this.trained = layers.trained();
        this.config = trained.config();
    }

    /**
     * A layer after a step.
     *
     * @param hidden ready for products
     * @param state for the next step
     */
    record After(Activation hidden, LayerState state) {}

    /**
     * Whether no more than products read a hidden state in the next step. A GRU interpolates, and beside sums of layers a state
     * has to be read in their scale.
     */
    private boolean isReadByProductsAlone() {
        return config.cell() != Cell.GRU && !(config.residual() && config.decoderLayers() > 2);
    }

    /** A layer that has a hidden state [N, D] and, where it has such, a cell state of zero. */
    After started(GraphBuilder g, Value hidden) {
        var cell = config.cell().hasCellState()
                ? Optional.of(g.node("Sub", List.of(hidden, hidden)))
                : Optional.<Value>empty();
        return after(g, new GateNodes.States(hidden, cell));
    }

    private After after(GraphBuilder g, GateNodes.States states) {
        var hidden = products.ready(g, Activation.unit(states.hidden()));
        var state = isReadByProductsAlone()
                ? new LayerState(products.carried(hidden), states.cell(), products.carriedType())
                : new LayerState(hidden.value(), states.cell(), Type.FLOAT);
        return new After(hidden, state);
    }

    /**
     * The first layer.
     *
     * @param ids [N] int64, the tokens said last
     * @param fed the last readout, with input feeding
     * @param state after the step before
     */
    After first(GraphBuilder g, Value ids, Optional<Activation> fed, LayerState state) {
        return step(g, 0, products.inIntegers() ? lookedUp(g, ids, fed) : embedded(g, ids, fed), state);
    }

    /** A layer above the first. */
    After upper(GraphBuilder g, int layer, Activation x, LayerState state) {
        return step(g, layer, new Given(Optional.empty(), Optional.of(x), List.of(name(layer) + ".weight_ih")), state);
    }

    private Given embedded(GraphBuilder g, Value ids, Optional<Activation> fed) {
        var read = layers.embedded(g, "target_embedding.weight", config.targetVocabulary(), ids);
        // Not within a known bound, and none is needed where nothing is quantized.
        var embedding = new Activation(read, Float.POSITIVE_INFINITY);
        var x = fed.map(readout -> embedding.with(g, readout)).orElse(embedding);
        var matrices = new ArrayList<>(List.of("decoder.0.weight_ih"));
        fed.ifPresent(readout -> matrices.add("decoder.0.weight_fed"));
        return new Given(Optional.empty(), Optional.of(x), matrices);
    }

    private Given lookedUp(GraphBuilder g, Value ids, Optional<Activation> fed) {
        var table = layers.table(
                g,
                "target_embedding.weight",
                config.targetVocabulary(),
                "decoder.0",
                () -> trained.get("decoder.0.weight_ih"),
                () -> trained.inputBias(name(0), ""),
                trained.decoderRows());
        return new Given(
                Optional.of(table.at(g, ids)), fed, fed.isPresent() ? List.of("decoder.0.weight_fed") : List.of());
    }

    private After step(GraphBuilder g, int layer, Given given, LayerState state) {
        return after(
                g,
                switch (config.cell()) {
                    case RNN -> GateNodes.rnn(g, sums(g, layer, given, state.hidden()));
                    case GRU -> gru(g, layer, given, state.hidden());
                    case LSTM ->
                        GateNodes.lstm(
                                g,
                                sums(g, layer, given, state.hidden()),
                                state.cell().orElseThrow());
                });
    }

    /** Sums of input and state for the gates, in one product: [N, G·D]. */
    private Value sums(GraphBuilder g, int layer, Given given, Value hidden) {
        var state = isReadByProductsAlone() ? products.unit(hidden) : products.ready(g, Activation.unit(hidden));
        var both = given.x().map(x -> x.with(g, state)).orElse(state);
        var names = new ArrayList<>(given.matrices());
        names.add(name(layer) + ".weight_hh");
        if (given.share().isPresent()) {
            var product =
                    products.rows(g, both, name(layer), () -> trained.gatesSideBySide(names), trained.decoderRows());
            return g.node("Add", List.of(product, given.share().get()));
        }
        return products.rows(
                g,
                both,
                name(layer),
                () -> trained.gatesSideBySide(names),
                () -> trained.inputBias(name(layer), ""),
                trained.decoderRows());
    }

    private GateNodes.States gru(GraphBuilder g, int layer, Given given, Value hidden) {
        var recurrent = products.rows(
                g,
                Activation.unit(hidden),
                name(layer) + ".recurrent",
                () -> trained.get(name(layer) + ".weight_hh"),
                () -> trained.get(name(layer) + ".bias_hh"),
                trained.decoderRows());
        return GateNodes.gru(g, inputSums(g, layer, given), recurrent, hidden);
    }

    private Value inputSums(GraphBuilder g, int layer, Given given) {
        var name = name(layer) + ".given";
        int rows = trained.decoderRows();
        if (given.share().isEmpty()) {
            return products.rows(
                    g,
                    given.x().orElseThrow(),
                    name,
                    () -> trained.gatesSideBySide(given.matrices()),
                    () -> trained.inputBias(name(layer), ""),
                    rows);
        }
        var share = given.share().get();
        return given.x()
                .map(x -> products.rows(g, x, name, () -> trained.gatesSideBySide(given.matrices()), rows))
                .map(product -> g.node("Add", List.of(product, share)))
                .orElse(share);
    }

    private static String name(int layer) {
        return "decoder." + layer;
    }
}
