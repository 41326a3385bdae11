package io.lingoduct.training.export;

import io.lingoduct.training.network.Cell;
import io.lingoduct.training.network.NetworkConfig;
import io.lingoduct.training.network.Seq2Seq;
import io.lingoduct.training.network.Tensors;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bytedeco.javacpp.PointerScope;

/**
 * The trained matrices as the graph wants them. libtorch stacks the gates of a cell in another order than the ONNX operators:
 * i, f, g, o against i, o, f, c for the LSTM, r, z, n against z, r, h for the GRU.
 */
final class TrainedWeights {

    private final Map<String, float[]> values = new HashMap<>();
    private final NetworkConfig config;

    TrainedWeights(Seq2Seq network) {
        config = network.config();
        try (var scope = new PointerScope()) {
            network.weights().forEach((name, tensor) -> values.put(name, Tensors.floats(tensor)));
        }
    }

    NetworkConfig config() {
        return config;
    }

    float[] get(String name) {
        var value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the network has no parameter " + name + "; it has " + values.keySet());
        }
        return value;
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
    float[] encoder(int layer, String kind) {
        return join(directions().map(d -> gatesForOnnx(get("encoder." + layer + ".weight_" + kind + d))));
    }

    /** Biases of an encoder layer for the ONNX operator: [directions, 2·G·H], input biases before recurrent ones. */
    float[] encoderBias(int layer) {
        var prefix = "encoder." + layer + ".bias_";
        return join(directions()
                .flatMap(d -> Stream.of(gatesForOnnx(get(prefix + "ih" + d)), gatesForOnnx(get(prefix + "hh" + d)))));
    }

    private Stream<String> directions() {
        return config.bidirectional() ? Stream.of("", "_reverse") : Stream.of("");
    }

    /** Matrices of the decoder's gates side by side: [G·D, sum of their columns]. */
    float[] gatesSideBySide(List<String> names) {
        return names.stream()
                .map(this::get)
                .reduce((left, right) -> sideBySide(left, right, decoderRows()))
                .orElseThrow();
    }

    /**
     * Biases of a layer that belong to its input's share of the gates: of a GRU the input's own, of the others the sum of both.
     *
     * @param direction what the names of its parameters end with
     */
    float[] inputBias(String layer, String direction) {
        var input = get(layer + ".bias_ih" + direction);
        return config.cell() == Cell.GRU ? input : sum(input, get(layer + ".bias_hh" + direction));
    }

    /** Some columns of a matrix of so many rows. */
    static float[] columns(float[] matrix, int rows, int from, int until) {
        int width = matrix.length / rows;
        var columns = new float[rows * (until - from)];
        for (int row = 0; row < rows; row++) {
            System.arraycopy(matrix, row * width + from, columns, row * (until - from), until - from);
        }
        return columns;
    }

    private static float[] sum(float[] left, float[] right) {
        var sum = new float[left.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = left[i] + right[i];
        }
        return sum;
    }

    /** G·D. */
    int decoderRows() {
        return config.cell().gates() * config.decoderHidden();
    }

    /** Transpose of a matrix with so many rows. */
    static float[] transpose(float[] matrix, int rows) {
        int columns = matrix.length / rows;
        var result = new float[matrix.length];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                result[column * rows + row] = matrix[row * columns + column];
            }
        }
        return result;
    }

    private float[] gatesForOnnx(float[] stacked) {
        var order = onnxOrder(config.cell());
        int block = stacked.length / order.size();
        var result = new float[stacked.length];
        for (int gate = 0; gate < order.size(); gate++) {
            System.arraycopy(stacked, order.get(gate) * block, result, gate * block, block);
        }
        return result;
    }

    private static List<Integer> onnxOrder(Cell cell) {
        return switch (cell) {
            case RNN -> List.of(0);
            case GRU -> List.of(1, 0, 2);
            case LSTM -> List.of(0, 3, 1, 2);
        };
    }

    private static float[] join(Stream<float[]> parts) {
        var all = parts.toList();
        var result = new float[all.stream().mapToInt(part -> part.length).sum()];
        int at = 0;
        for (var part : all) {
            System.arraycopy(part, 0, result, at, part.length);
            at += part.length;
        }
        return result;
    }

    private static float[] sideBySide(float[] left, float[] right, int rows) {
        int leftColumns = left.length / rows;
        int rightColumns = right.length / rows;
        var result = new float[left.length + right.length];
        for (int row = 0; row < rows; row++) {
            int at = row * (leftColumns + rightColumns);
            System.arraycopy(left, row * leftColumns, result, at, leftColumns);
            System.arraycopy(right, row * rightColumns, result, at + leftColumns, rightColumns);
        }
        return result;
    }
}
