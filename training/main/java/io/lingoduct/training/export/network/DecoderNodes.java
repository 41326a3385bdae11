package io.lingoduct.training.export.network;

import io.lingoduct.training.export.onnx.Activation;
import io.lingoduct.training.export.onnx.Attributes;
import io.lingoduct.training.export.onnx.Carried;
import io.lingoduct.training.export.onnx.GraphBuilder;
import io.lingoduct.training.export.onnx.GraphBuilder.Type;
import io.lingoduct.training.export.onnx.GraphBuilder.Value;
import io.lingoduct.training.export.onnx.LoopState;
import io.lingoduct.training.export.onnx.ProductNodes;
import io.lingoduct.training.network.Attention;
import io.lingoduct.training.network.NetworkConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The decoder's part of the graph: its first state, and one step for any number of rows. B sources, K hypotheses each,
 * N = B·K rows.
 */
public final class DecoderNodes {

    private final LayerNodes layers;
    private final ProductNodes products;
    private final NetworkConfig config;
    private final CellNodes cells;
    private final AttentionNodes attention;
    private final ReadoutNodes readouts;

    public DecoderNodes(LayerNodes layers) {
        this.layers = layers;
        this.products = layers.products();
        this.config = layers.config();
        this.cells = new CellNodes(layers);
        this.attention = new AttentionNodes(layers);
        this.readouts = new ReadoutNodes(layers);
    }

    /**
     * Encoded sources as a step reads them.
     *
     * @param values see {@link ReadoutNodes#values}
     * @param keys see {@link AttentionNodes#keys}
     * @param mask [B, 1, S]
     * @param queryShape see {@link AttentionNodes#queryShape}; absent where the network has no attention
     * @param start the first state, of B rows
     */
    public record Source(Value values, Carried keys, Value mask, Value queryShape, DecoderState start)
            implements LoopState<Source> {

        @Override
        public Source map(Visitor visitor) {
            return new Source(
                    visitor.step("source_values", Type.FLOAT, values, "B", "S", "V"),
                    keys.with(visitor.visit(keys)),
                    visitor.step("source_mask", Type.FLOAT, mask, "B", "1", "S"),
                    queryShape,
                    start);
        }
    }

    /**
     * A step of the decoder.
     *
     * @param readout [N, R], input of the output projection
     * @param state one step on
     * @param attention weights [B, K, S] of the source positions; empty where the network has no attention
     */
    public record Step(Activation readout, DecoderState state, Optional<Value> attention) {}

    /** Whether there is an attention to show. */
    public boolean attends() {
        return config.attention() != Attention.NONE;
    }

    /** @param beamSize scalar, K */
    public Source source(GraphBuilder g, EncoderNodes.Encoded encoded, Value beamSize) {
        var states = new ArrayList<LayerState>();
        for (int layer = 0; layer < config.decoderLayers(); layer++) {
            var sums = layers.linear(g, encoded.summary(), "decoder.start_" + layer, config.decoderHidden());
            states.add(cells.started(g, g.node("Tanh", List.of(sums))).state());
        }
        var rows = g.node("Shape", List.of(encoded.mask()), Attributes.of("end", 1));
        var fed = config.inputFeeding() ? Optional.of(nothingFed(g, rows)) : Optional.<Value>empty();
        var keys = attention.keys(g, encoded.annotations());
        var queryShape = attends() ? attention.queryShape(g, beamSize) : Value.ABSENT;
        var values = attends()
                ? readouts.values(g, encoded.annotations())
                : encoded.annotations().value();
        var start = new DecoderState(List.copyOf(states), fed, products.carriedType());
        return new Source(values, keys, encoded.mask(), queryShape, start);
    }

    private Value nothingFed(GraphBuilder g, Value rows) {
        var shape = g.node("Concat", List.of(rows, g.longs(config.readout())), Attributes.of("axis", 0));
        return g.node("Expand", List.of(products.carriedZero(g), shape));
    }

    /** @param ids [N] int64, the tokens said last */
    public Step step(GraphBuilder g, Value ids, DecoderState state, Source source) {
        var after = cells.first(
                g, ids, state.fed().map(products::unit), state.layers().get(0));
        var next = new ArrayList<>(List.of(after.state()));
        var x = after.hidden();
        for (int layer = 1; layer < config.decoderLayers(); layer++) {
            after = cells.upper(g, layer, x, state.layers().get(layer));
            next.add(after.state());
            x = config.residual() ? products.ready(g, after.hidden().plus(g, x)) : after.hidden();
        }
        var looks = attends()
                ? Optional.of(attention.weights(
                        g, x, source.queryShape(), source.keys().value(), source.mask()))
                : Optional.<Value>empty();
        var readout = looks.isPresent() ? readouts.after(g, looks.get(), source.values(), x) : readouts.after(g, x);
        var fed = state.fed().map(before -> products.carried(readout));
        return new Step(readout, new DecoderState(List.copyOf(next), fed, state.fedType()), looks);
    }
}
