package io.lingoduct.training.export;

import io.lingoduct.training.export.GraphBuilder.Type;
import io.lingoduct.training.export.GraphBuilder.Value;
import io.lingoduct.training.network.Attention;
import io.lingoduct.training.network.NetworkConfig;
import io.lingoduct.training.network.NetworkConfig.StartState;
import java.util.List;

/** The encoder's part of the graph. */
final class EncoderNodes {

    private static final float MASKED = -1e9f;

    private final ProductNodes products;
    private final WeightNodes weights;
    private final NetworkConfig config;

    EncoderNodes(ProductNodes products) {
        this.products = products;
        this.weights = products.weights();
        this.config = weights.trained().config();
    }

    /**
     * What the decoder is built on.
     *
     * @param annotations [B, S, A], what attention and readout see
     * @param mask [B, 1, S], 0 for a token and a large negative number for padding
     * @param summary [B, C], what products make the first state of
     */
    record Encoded(Activation annotations, Value mask, Activation summary) {}

    /** @param lengths [B] int32 */
    Encoded add(GraphBuilder g, Value ids, Value lengths) {
        var present = present(g, ids, lengths); // [B, S]
        var layers = products.inIntegers()
                ? new ScannedLayers(products, lengths, present)
                : new OperatorLayers(weights, lengths);
        var states = layers.first(g, g.node("Transpose", List.of(ids), Attributes.of("perm", new long[] {1, 0})));
        var x = Activation.unit(states.all());
        for (int layer = 1; layer < config.encoderLayers(); layer++) {
            states = layers.upper(g, layer, x);
            var hidden = Activation.unit(states.all());
            x = config.residual() ? hidden.plus(g, x) : hidden;
        }
        var summary = config.startState() == StartState.LAST
                ? states.last()
                : new Activation(mean(g, rowsFirst(g, x.value()), present, lengths), x.bound());
        var read = isReadByProductsAlone() ? products.ready(g, x) : x;
        var annotations = annotations(g, ids, read.moved(all -> rowsFirst(g, all)));
        return new Encoded(annotations, mask(g, present), summary);
    }

    private Activation annotations(GraphBuilder g, Value ids, Activation states) {
        if (!config.bridging()) {
            return states;
        }
        var embedded = weights.embedded(g, "source_embedding.weight", config.sourceVocabulary(), ids); // [B, S, E]
        var bridged = Activation.unit(g.node("Tanh", List.of(embedded)));
        return states.with(g, states.hasIntegers() ? products.ready(g, bridged) : bridged);
    }

    /** Whether keys and values are products of the annotations, and these themselves play no further part. */
    private boolean isReadByProductsAlone() {
        return products.inIntegers()
                && (config.attention() == Attention.MLP || config.attention() == Attention.GENERAL)
                && !(config.bridging() && config.residual() && config.encoderLayers() > 1);
    }

    /** [S, B, C] to [B, S, C]. */
    private static Value rowsFirst(GraphBuilder g, Value timeFirst) {
        return g.node("Transpose", List.of(timeFirst), Attributes.of("perm", new long[] {1, 0, 2}));
    }

    private static Value mean(GraphBuilder g, Value states, Value present, Value lengths) {
        var counting = g.node("Unsqueeze", List.of(WeightNodes.cast(g, present, Type.FLOAT), g.longs(1))); // [B, 1, S]
        var sum = g.node("Squeeze", List.of(g.node("MatMul", List.of(counting, states)), g.longs(1))); // [B, C]
        var count = g.node("Unsqueeze", List.of(WeightNodes.cast(g, lengths, Type.FLOAT), g.longs(1)));
        return g.node("Div", List.of(sum, count));
    }

    private static Value present(GraphBuilder g, Value ids, Value lengths) {
        var width = g.node("Gather", List.of(g.node("Shape", List.of(ids)), g.scalar(1)));
        var positions = g.node("Range", List.of(g.scalar(0), width, g.scalar(1))); // [S]
        var ends = g.node("Unsqueeze", List.of(WeightNodes.cast(g, lengths, Type.INT64), g.longs(1))); // [B, 1]
        return g.node("Less", List.of(positions, ends));
    }

    private static Value mask(GraphBuilder g, Value present) {
        return g.node(
                "Unsqueeze", List.of(g.node("Where", List.of(present, g.scalar(0f), g.scalar(MASKED))), g.longs(1)));
    }
}
