package io.lingoduct.training.export;

import io.lingoduct.training.network.NetworkConfig;
import io.lingoduct.training.network.Seq2Seq;
import io.lingoduct.training.network.Tensors;
import java.util.HashMap;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;

/**
 * The trained matrices as the graph wants them. libtorch stacks an LSTM's gates in the order input, forget, cell, output;
 * the ONNX operator wants input, output, forget, cell.
 */
final class TrainedWeights {

    private static final int[] ONNX_GATES = {0, 3, 1, 2};

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

    /** Input or recurrent weights of an encoder layer for the ONNX operator: [2, 4H, size]. */
    float[] encoder(int layer, String kind) {
        var forward = gatesForOnnx(get("encoder_" + layer + ".weight_" + kind + "_l0"));
        var backward = gatesForOnnx(get("encoder_" + layer + ".weight_" + kind + "_l0_reverse"));
        return join(forward, backward);
    }

    /** Biases of an encoder layer for the ONNX operator: [2, 8H], input biases before recurrent ones. */
    float[] encoderBias(int layer) {
        var forward = join(bias(layer, "ih", ""), bias(layer, "hh", ""));
        var backward = join(bias(layer, "ih", "_reverse"), bias(layer, "hh", "_reverse"));
        return join(forward, backward);
    }

    /** Weights of a decoder layer over input and state side by side: [4D, input + D], gates as libtorch has them. */
    float[] decoder(int layer) {
        int rows = 4 * config.decoderHidden();
        return sideBySide(get("decoder_" + layer + ".weight_ih_l0"), get("decoder_" + layer + ".weight_hh_l0"), rows);
    }

    /** Sum of a decoder layer's two biases: [4D]. */
    float[] decoderBias(int layer) {
        var input = get("decoder_" + layer + ".bias_ih_l0");
        var recurrent = get("decoder_" + layer + ".bias_hh_l0");
        var sum = new float[input.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = input[i] + recurrent[i];
        }
        return sum;
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

    private float[] bias(int layer, String kind, String direction) {
        return gatesForOnnx(get("encoder_" + layer + ".bias_" + kind + "_l0" + direction));
    }

    private static float[] gatesForOnnx(float[] stacked) {
        int block = stacked.length / ONNX_GATES.length;
        var result = new float[stacked.length];
        for (int gate = 0; gate < ONNX_GATES.length; gate++) {
            System.arraycopy(stacked, ONNX_GATES[gate] * block, result, gate * block, block);
        }
        return result;
    }

    private static float[] join(float[] first, float[] second) {
        var result = new float[first.length + second.length];
        System.arraycopy(first, 0, result, 0, first.length);
        System.arraycopy(second, 0, result, first.length, second.length);
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
