package io.lingoduct.training.export;

import io.lingoduct.training.export.GraphBuilder.Type;
import io.lingoduct.training.export.GraphBuilder.Value;
import io.lingoduct.training.network.Attention;
import io.lingoduct.training.network.NetworkConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The decoder's part of the graph: its first state, and one step for any number of rows. B sources, K hypotheses each,
 * N = B·K rows.
 */
final class DecoderNodes {

    private final ProductNodes products;
    private final NetworkConfig config;
    private final CellNodes cells;
    private final AttentionNodes attention;
    private final ReadoutNodes readouts;

    /**
     * What a step reads of the sources.
     *
     * @param values see {@link ReadoutNodes#values}
     * @param keys see {@link AttentionNodes#keys}
     * @param mask [B, 1, S]
     * @param queryShape see {@link AttentionNodes#queryShape}; absent where the network has no attention
     * @param start the first state: of each layer hidden and, where the cell has one, cell state [B, D]; then, with input
     *     feeding, the last readout [B, R]
     */
    record Source(Value values, Carried keys, Value mask, Value queryShape, List<Value> start) {

        /** What a step reads of each source. */
        List<Carried> perSource() {
            return List.of(
                    Carried.step("source_values", Type.FLOAT, values, "B", "S", "V"),
                    keys,
                    Carried.step("source_mask", Type.FLOAT, mask, "B", "1", "S"));
        }

        /** The same of other sources, which have started. */
        Source with(List<Value> perSource) {
            return new Source(perSource.get(0), keys.with(perSource.get(1)), perSource.get(2), queryShape, List.of());
        }
    }

    /**
     * @param scores [N, L], of what may be said
     * @param state as it was given, one step on
     * @param attention weights [B, K, S] of the source positions; empty where the network has no attention
     */
    record Step(Value scores, List<Value> state, Optional<Value> attention) {}

    DecoderNodes(ProductNodes products) {
        this.products = products;
        this.config = products.weights().trained().config();
        this.cells = new CellNodes(products);
        this.attention = new AttentionNodes(products);
        this.readouts = new ReadoutNodes(products);
    }

    /** The state of N hypotheses before the first step. */
    List<Carried> start(GraphBuilder g, Round round) {
        var types = new ArrayList<Type>();
        for (int layer = 0; layer < config.decoderLayers(); layer++) {
            types.addAll(cells.stateTypes());
        }
        types.add(products.carriedType());
        var states = new ArrayList<Carried>();
        for (var first : round.inputs().source().start()) {
            // Layer and readout differ in size, and a dimension's name stands for one size.
            var width = "D" + states.size();
            var repeated = round.sizes().repeated(g, first);
            states.add(Carried.step("state", types.get(states.size()), repeated, "N", width));
        }
        return states;
    }

    /** Whether there is an attention to show. */
    boolean attends() {
        return config.attention() != Attention.NONE;
    }

    /** @param beamSize scalar, K */
    Source source(GraphBuilder g, EncoderNodes.Encoded encoded, Value beamSize) {
        var state = new ArrayList<Value>();
        for (int layer = 0; layer < config.decoderLayers(); layer++) {
            var sums = products.linear(g, encoded.summary(), "decoder.start_" + layer, config.decoderHidden());
            state.addAll(cells.started(g, g.node("Tanh", List.of(sums))).state());
        }
        var rows = g.node("Shape", List.of(encoded.mask()), Attributes.of("end", 1));
        if (config.inputFeeding()) {
            var shape = g.node("Concat", List.of(rows, g.longs(config.readout())), Attributes.of("axis", 0));
            state.add(g.node("Expand", List.of(products.carriedZero(g), shape)));
        }
        var keys = attention.keys(g, encoded.annotations());
        var queryShape = attends() ? attention.queryShape(g, beamSize) : Value.ABSENT;
        var values = attends()
                ? readouts.values(g, encoded.annotations())
                : encoded.annotations().value();
        return new Source(values, keys, encoded.mask(), queryShape, state);
    }

    /** @param ids [N] int64, the tokens said last */
    Step step(GraphBuilder g, Value ids, List<Value> state, Source source, OutputNodes output) {
        int perLayer = cells.stateTypes().size();
        var fed = config.inputFeeding()
                ? Optional.of(products.unit(state.get(state.size() - 1)))
                : Optional.<Activation>empty();
        var after = cells.first(g, ids, fed, state.subList(0, perLayer));
        var next = new ArrayList<>(after.state());
        var x = after.hidden();
        for (int layer = 1; layer < config.decoderLayers(); layer++) {
            after = cells.upper(g, layer, x, state.subList(layer * perLayer, (layer + 1) * perLayer));
            next.addAll(after.state());
            x = config.residual() ? products.ready(g, after.hidden().plus(g, x)) : after.hidden();
        }
        var looks = attends()
                ? Optional.of(attention.weights(
                        g, x, source.queryShape(), source.keys().first(), source.mask()))
                : Optional.<Value>empty();
        var readout = looks.isPresent() ? readouts.after(g, looks.get(), source.values(), x) : readouts.after(g, x);
        if (config.inputFeeding()) {
            next.add(products.carried(readout));
        }
        return new Step(output.scores(g, readout), next, looks);
    }
}
