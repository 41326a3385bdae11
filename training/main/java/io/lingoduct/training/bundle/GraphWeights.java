package io.lingoduct.training.bundle;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnxruntime.platform.Fp16Conversions;
import com.google.protobuf.InvalidProtocolBufferException;
import io.lingoduct.training.export.Arithmetic;
import io.lingoduct.training.export.TranslationGraph;
import io.lingoduct.training.network.SearchLimits;
import io.lingoduct.training.network.Seq2Seq;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Brings the weights of an exported float32 graph back into a network. How an export arranges them need not be known for
 * that: a network whose weights are their own numbers is exported, and where number n stands in that graph, weight n stands
 * in the other. Numbers go through half precision digit by digit.
 *
 * <p>The network computes then what the graph computes, though some weights may differ from those that it was made of: biases
 * that an export adds up come back as their sum and zero, and the bias of a token that is never said as zero.
 */
final class GraphWeights {

    /** Whole numbers of so many bits are exact in half precision. */
    private static final int DIGIT_BITS = 10;

    private static final int DIGITS = 3;

    private final Seq2Seq network;
    private final SearchLimits limits;
    private final FlatWeights weights;
    private final Map<String, Stored> ofZeros;

    /** A float tensor of a graph, row by row. */
    private record Stored(List<Long> shape, float[] values) {}

    private GraphWeights(Seq2Seq network, SearchLimits limits) {
        this.network = network;
        this.limits = limits;
        this.weights = new FlatWeights(network);
        this.ofZeros = exportOf(new float[weights.size()]);
    }

    /**
     * Gives a network the weights of a graph that {@link TranslationGraph} made of one of the same shape.
     *
     * @throws IllegalArgumentException if the graph is none of such a network; the network's own weights are lost then
     */
    static void copyInto(Seq2Seq network, SearchLimits limits, byte[] graph) {
        var stored = tensors(graph);
        var reader = new GraphWeights(network, limits);
        reader.weights.set(reader.read(stored));
    }

    private float[] read(Map<String, Stored> graph) {
        var second = weights.belongingTo(name -> name.contains(".bias_hh"));
        var optional = weights.belongingTo(name -> name.contains(".bias_hh") || name.equals("output_bias"));
        var values = new float[weights.size()];
        Arrays.fill(values, Float.NaN);
        var places = places(second, false);
        places.forEach((name, numbers) -> take(graph, name, numbers, values));
        places(second, true).forEach((name, numbers) -> {
            // Where a first bias stands, the sum of both stands, and it has been taken already.
            var first = places.get(name);
            Arrays.setAll(numbers, i -> first[i] == 0 ? numbers[i] : 0);
            take(graph, name, numbers, values);
        });
        for (int i = 0; i < values.length; i++) {
            if (Float.isNaN(values[i])) {
                if (!optional[i]) {
                    throw new IllegalArgumentException("it lacks weights of such a network");
                }
                values[i] = 0;
            }
        }
        return values;
    }

    private void take(Map<String, Stored> graph, String name, int[] numbers, float[] values) {
        var shape = ofZeros.get(name).shape;
        var there = graph.get(name);
        for (int i = 0; i < numbers.length; i++) {
            if (numbers[i] == 0) {
                continue;
            }
            if (there == null || !there.shape.equals(shape)) {
                throw new IllegalArgumentException("it has %s where %s of the shape %s should be"
                        .formatted(there == null ? "nothing" : "the shape " + there.shape, name, shape));
            }
            values[numbers[i] - 1] = there.values[i];
        }
    }

    /**
     * Where weights stand in an export.
     *
     * @param group splits the weights in two
     * @param chosen which of the two is looked for
     * @return for each place of each tensor the weight's number, counted from 1, or 0 where none stands
     */
    private Map<String, int[]> places(boolean[] group, boolean chosen) {
        var places = new LinkedHashMap<String, int[]>();
        for (int shift = 0; shift < DIGITS * DIGIT_BITS; shift += DIGIT_BITS) {
            var digits = new float[group.length];
            for (int i = 0; i < digits.length; i++) {
                digits[i] = group[i] == chosen ? i + 1 >> shift & (1 << DIGIT_BITS) - 1 : 0;
            }
            for (var tensor : exportOf(digits).entrySet()) {
                var found = tensor.getValue().values;
                var zeros = ofZeros.get(tensor.getKey()).values;
                var numbers = places.computeIfAbsent(tensor.getKey(), name -> new int[zeros.length]);
                for (int i = 0; i < numbers.length; i++) {
                    // What is not zero without any weight is a constant, or the bias of a token that is never said.
                    numbers[i] += zeros[i] == 0 ? (int) found[i] << shift : 0;
                }
            }
        }
        return places;
    }

    private Map<String, Stored> exportOf(float[] values) {
        weights.set(values);
        return tensors(TranslationGraph.of(network, limits, Arithmetic.FLOAT32));
    }

    private static Map<String, Stored> tensors(byte[] graph) {
        try {
            var tensors = new LinkedHashMap<String, Stored>();
            for (var tensor : ModelProto.parseFrom(graph).getGraph().getInitializerList()) {
                if (tensor.getDataType() == DataType.FLOAT_VALUE || tensor.getDataType() == DataType.FLOAT16_VALUE) {
                    tensors.put(tensor.getName(), new Stored(tensor.getDimsList(), values(tensor)));
                }
            }
            return tensors;
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException("it is no ONNX graph: " + e.getMessage(), e);
        }
    }

    private static float[] values(TensorProto tensor) {
        var bytes = tensor.getRawData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
        boolean half = tensor.getDataType() == DataType.FLOAT16_VALUE;
        var values = new float[bytes.remaining() / (half ? Short.BYTES : Float.BYTES)];
        for (int i = 0; i < values.length; i++) {
            values[i] = half ? Fp16Conversions.fp16ToFloat(bytes.getShort()) : bytes.getFloat();
        }
        return values;
    }
}
