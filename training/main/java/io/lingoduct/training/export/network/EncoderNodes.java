package io.lingoduct.training.export.network;

import io.lingoduct.training.export.onnx.Activation;
import io.lingoduct.training.export.onnx.Attributes;
import io.lingoduct.training.export.onnx.GraphBuilder;
import io.lingoduct.training.export.onnx.GraphBuilder.Type;
import io.lingoduct.training.export.onnx.GraphBuilder.Value;
import io.lingoduct.training.export.onnx.ProductNodes;
import io.lingoduct.training.network.Attention;
import io.lingoduct.training.network.NetworkConfig;
import io.lingoduct.training.network.NetworkConfig.StartState;
import io.lingoduct.training.network.Seq2Seq;
import java.util.List;

/** The encoder's part of the graph. */
public final class EncoderNodes {

    private final LayerNodes layers;
    private final ProductNodes products;
    private final NetworkConfig config;

    public EncoderNodes(LayerNodes layers) {
        this.layers = layers;
        this.products = layers.products();
        this.config = layers.config();
    }

    /**
     * An encoded batch of sources.
     *
     * @param annotations [B, S, A], seen by attention and readout
     * @param mask [B, 1, S], 0 for a token and a large negative number for padding
     * @param summary [B, C], from which products make the first state
     */
    public record Encoded(Activation annotations, Value mask, Activation summary) {}

    /** @param lengths [B] int32 */
    public Encoded add(GraphBuilder g, Value ids, Value lengths) {
        var present = present(g, ids, lengths); // [B, S]
        var recurrent = products.inIntegers()
                ? new ScannedLayers(layers, lengths, present)
                : new OperatorLayers(layers, lengths);
        var states = recurrent.first(g, g.node("Transpose", List.of(ids), Attributes.of("perm", new long[] {1, 0})));
        var x = Activation.unit(states.all());
        for (int layer = 1; layer < config.encoderLayers(); layer++) {
            states = recurrent.upper(g, layer, x);
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
        var embedded = layers.embedded(g, "source_embedding.weight", config.sourceVocabulary(), ids); // [B, S, E]
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
        var counting = g.node("Unsqueeze", List.of(g.cast(present, Type.FLOAT), g.longs(1))); // [B, 1, S]
        var sum = g.node("Squeeze", List.of(g.node("MatMul", List.of(counting, states)), g.longs(1))); // [B, C]
        var count = g.node("Unsqueeze", List.of(g.cast(lengths, Type.FLOAT), g.longs(1)));
        return g.node("Div", List.of(sum, count));
    }

    private static Value present(GraphBuilder g, Value ids, Value lengths) {
        var width = g.node("Gather", List.of(g.node("Shape", List.of(ids)), g.scalar(1)));
        var positions = g.node("Range", List.of(g.scalar(0), width, g.scalar(1))); // [S]
        var ends = g.node("Unsqueeze", List.of(g.cast(lengths, Type.INT64), g.longs(1))); // [B, 1]
        return g.node("Less", List.of(positions, ends));
    }

    private static Value mask(GraphBuilder g, Value present) {
        return g.node(
                "Unsqueeze",
                List.of(g.node("Where", List.of(present, g.scalar(0f), g.scalar(Seq2Seq.IMPOSSIBLE))), g.longs(1)));
    }
}
