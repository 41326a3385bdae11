package io.lingoduct.training.export.network;

import io.lingoduct.training.export.onnx.ArrangedWeights;
import io.lingoduct.training.network.Cell;
import io.lingoduct.training.network.NetworkConfig;
import io.lingoduct.training.network.Seq2Seq;
import io.lingoduct.training.network.Tensors;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bytedeco.javacpp.PointerScope;

/**
 * The trained matrices as the graph wants them. libtorch stacks the gates of a cell in another order than the ONNX operators:
 * i, f, g, o against i, o, f, c for the LSTM, r, z, n against z, r, h for the GRU.
 */
public final class TrainedWeights {

    private final NetworkConfig config;
    private final float[] all;
    private final Map<String, Range> ranges = new LinkedHashMap<>();

    /** Numbers of a parameter's weights among all. */
    private record Range(int from, int until) {}

    public TrainedWeights(Seq2Seq network) {
        config = network.config();
        all = new float[Math.toIntExact(network.parameterCount())];
        try (var scope = new PointerScope()) {
            int at = 0;
            for (var parameter : network.weights().entrySet()) {
                var values = Tensors.floats(parameter.getValue());
                System.arraycopy(values, 0, all, at, values.length);
                ranges.put(parameter.getKey(), new Range(at, at + values.length));
                at += values.length;
            }
        }
    }

    public NetworkConfig config() {
        return config;
    }

    ArrangedWeights get(String name) {
        var range = ranges.get(name);
        if (range == null) {
            throw new IllegalArgumentException("the network has no parameter " + name + "; it has " + ranges.keySet());
        }
        return ArrangedWeights.range(all, range.from, range.until);
    }

    /** Name of the matrix behind one of the three vocabulary matrices. */
    String matrixBehind(String name) {
        return switch (config.tiedEmbeddings()) {
            case NONE -> name;
            case TARGET -> name.equals("output_weight") ? "target_embedding.weight" : name;
            case ALL -> "target_embedding.weight";
        };
    }

    /** Input ({@code ih}) or recurrent ({@code hh}) weights of an encoder layer for the ONNX operator: [directions, G·H, size]. */
    ArrangedWeights encoder(int layer, String kind) {
        return ArrangedWeights.joined(
                directions().map(d -> gatesForOnnx(get("encoder." + layer + ".weight_" + kind + d))));
    }

    /** Biases of an encoder layer for the ONNX operator: [directions, 2·G·H], input biases before recurrent ones. */
    ArrangedWeights encoderBias(int layer) {
        var prefix = "encoder." + layer + ".bias_";
        return ArrangedWeights.joined(directions()
                .flatMap(d -> Stream.of(gatesForOnnx(get(prefix + "ih" + d)), gatesForOnnx(get(prefix + "hh" + d)))));
    }

    private Stream<String> directions() {
        return config.bidirectional() ? Stream.of("", "_reverse") : Stream.of("");
    }

    /** Matrices of the decoder's gates side by side: [G·D, sum of their columns]. */
    ArrangedWeights gatesSideBySide(List<String> names) {
        return names.stream()
                .map(this::get)
                .reduce((left, right) -> left.beside(right, decoderRows()))
                .orElseThrow();
    }

    /**
     * Biases of a layer that belong to its input's share of the gates: of a GRU the input's own, of the others the sum of both.
     *
     * @param direction end of its parameters' names
     */
    ArrangedWeights inputBias(String layer, String direction) {
        var input = get(layer + ".bias_ih" + direction);
        return config.cell() == Cell.GRU ? input : input.plus(get(layer + ".bias_hh" + direction));
    }

    /** G·D. */
    int decoderRows() {
        return config.cell().gates() * config.decoderHidden();
    }

    private ArrangedWeights gatesForOnnx(ArrangedWeights stacked) {
        return stacked.rows(config.cell().gates(), onnxOrder(config.cell()));
    }

    private static int[] onnxOrder(Cell cell) {
        return switch (cell) {
            case RNN -> new int[] {0};
            case GRU -> new int[] {1, 0, 2};
            case LSTM -> new int[] {0, 3, 1, 2};
        };
    }
}
