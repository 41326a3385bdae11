package io.lingoduct.training.export.network;

import io.lingoduct.training.export.onnx.Activation;
import io.lingoduct.training.export.onnx.ArrangedWeights;
import io.lingoduct.training.export.onnx.GraphBuilder;
import io.lingoduct.training.export.onnx.GraphBuilder.Value;
import io.lingoduct.training.export.onnx.ProductNodes;
import io.lingoduct.training.network.NetworkConfig;
import java.util.List;
import java.util.function.Supplier;

/**
 * The layer between decoder and output projection, [N, R], of N = B·K rows.
 *
 * <p>A weighted mean of annotations goes through no function before it is multiplied here. In integers each annotation is
 * therefore multiplied once for a source, and the mean is one of the products: narrower than the annotations, and less work in
 * every step.
 */
final class ReadoutNodes {

    private static final String NAME = "decoder.readout";

    private final ProductNodes products;
    private final TrainedWeights trained;
    private final NetworkConfig config;

    ReadoutNodes(LayerNodes layers) {
        this.products = layers.products();
        this.trained = layers.trained();
        this.config = trained.config();
    }

    /** Values that the attention averages, [B, S, V]: the annotations [B, S, A], or in integers their products [B, S, R]. */
    Value values(GraphBuilder g, Activation annotations) {
        return products.inIntegers()
                ? products.positions(
                        g, annotations, NAME + ".context", () -> columns(0, config.annotationSize()), config.readout())
                : annotations.value();
    }

    /**
     * With attention.
     *
     * @param looks its weights [B, K, S]
     * @param hidden [N, D]
     */
    Activation after(GraphBuilder g, Value looks, Value values, Activation hidden) {
        var mean = g.node("MatMul", List.of(looks, values)); // [B, K, V]
        if (products.inIntegers()) {
            var share = g.node("Reshape", List.of(mean, g.longs(-1, config.readout())));
            int context = config.annotationSize();
            var own = sums(g, hidden, NAME + ".hidden", () -> columns(context, context + config.decoderHidden()));
            return bent(g, g.node("Add", List.of(own, share)));
        }
        var context = g.node("Reshape", List.of(mean, g.longs(-1, config.annotationSize())));
        return after(g, Activation.unit(context).with(g, hidden));
    }

    /** Without attention. */
    Activation after(GraphBuilder g, Activation seen) {
        return bent(g, sums(g, seen, NAME, () -> trained.get(NAME + ".weight")));
    }

    private Value sums(GraphBuilder g, Activation x, String name, Supplier<ArrangedWeights> matrix) {
        return products.rows(g, x, name, matrix, () -> trained.get(NAME + ".bias"), config.readout());
    }

    private Activation bent(GraphBuilder g, Value sums) {
        return products.ready(g, Activation.unit(g.node("Tanh", List.of(sums))));
    }

    /** Some of the inputs of the layer's matrix: [R, until - from]. */
    private ArrangedWeights columns(int from, int until) {
        return trained.get(NAME + ".weight").columns(config.readout(), from, until);
    }
}
