package io.lingoduct.training.bundle;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnxruntime.platform.Fp16Conversions;
import com.google.protobuf.InvalidProtocolBufferException;
import io.lingoduct.training.export.TranslationGraph;
import io.lingoduct.training.export.onnx.ArrangedWeights;
import io.lingoduct.training.export.onnx.GraphArithmetic;
import io.lingoduct.training.export.onnx.WeightPlaces;
import io.lingoduct.training.network.SearchLimits;
import io.lingoduct.training.network.Seq2Seq;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Brings the weights of an exported float32 graph back into a network. An export of the same network says where each weight
 * stands in its graph, and there it stands in the other graph, too.
 *
 * <p>The network computes then what the graph computes, though some weights may differ from those that it was made of: biases
 * that an export adds up come back as their sum and zero, and the bias of a token that is never said as zero.
 */
final class GraphWeights {

    /** A float tensor of a graph, row by row. */
    private record Stored(List<Long> shape, float[] values) {}

    private GraphWeights() {}

    /**
     * Gives a network the weights of a graph that {@link TranslationGraph} made of one of the same shape.
     *
     * @throws IllegalArgumentException if the graph is none of such a network; the network's own weights are lost then
     */
    static void copyInto(Seq2Seq network, SearchLimits limits, byte[] graph) {
        var stored = tensors(graph);
        var weights = new FlatWeights(network);
        // Random weights are no half-precision numbers, and an export would refuse them.
        weights.set(new float[weights.size()]);
        var values = new float[weights.size()];
        Arrays.fill(values, Float.NaN);
        TranslationGraph.export(network, limits, GraphArithmetic.FLOAT32, new int[0])
                .weights()
                .forEach((name, places) -> take(name, stored.get(name), places, values));
        fillGaps(values, weights);
        weights.set(values);
    }

    private static void take(String name, Stored stored, WeightPlaces places, float[] values) {
        if (stored == null || !stored.shape.equals(places.shape())) {
            throw new IllegalArgumentException("it has %s where %s of the shape %s should be"
                    .formatted(stored == null ? "nothing" : "the shape " + stored.shape, name, places.shape()));
        }
        var numbers = places.numbers();
        if (stored.values.length != numbers.length) {
            throw new IllegalArgumentException(
                    "%s has %d values in it instead of %d".formatted(name, stored.values.length, numbers.length));
        }
        for (int i = 0; i < numbers.length; i++) {
            if (numbers[i] == ArrangedWeights.NONE) {
                continue;
            }
            if (Float.isNaN(stored.values[i])) {
                throw new IllegalArgumentException(name + " has a value in it that is no number");
            }
            values[numbers[i]] = stored.values[i];
        }
    }

    /** Second biases of a sum and biases of tokens that are never said stand nowhere in a graph; everything else does. */
    private static void fillGaps(float[] values, FlatWeights weights) {
        var optional = weights.belongingTo(name -> name.contains(".bias_hh") || name.equals("output_bias"));
        for (int i = 0; i < values.length; i++) {
            if (Float.isNaN(values[i])) {
                if (!optional[i]) {
                    throw new IllegalArgumentException("it lacks weights of such a network");
                }
                values[i] = 0;
            }
        }
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
