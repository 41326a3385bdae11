package io.lingoduct.training.export.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import ai.onnxruntime.platform.Fp16Conversions;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Builds an ONNX graph node by node. Every value knows its name; a node may use only values of its own graph or of the
 * graphs around it, and one that does not is refused when it is added. Weights and constants always live in the outermost
 * graph, where ONNX Runtime prepares them once for all loops and branches.
 */
public final class GraphBuilder {

    private static final int IR_VERSION = 8;
    private static final int OPSET = 17;
    private static final String RUNTIME_DOMAIN = "com.microsoft";
    private static final int RUNTIME_OPSET = 1;

    /** A tensor within a graph. */
    public record Value(String name) {
        /** For an optional input that is left out. */
        public static final Value ABSENT = new Value("");
    }

    /** Element types, with their ONNX codes. */
    public enum Type {
        FLOAT(1),
        UINT8(2),
        INT8(3),
        INT32(6),
        INT64(7),
        BOOL(9),
        FLOAT16(10);

        private final int code;

        Type(int code) {
            this.code = code;
        }

        public long code() {
            return code;
        }
    }

    private final GraphBuilder outer;
    private final GraphBuilder root;
    private final GraphProto.Builder graph = GraphProto.newBuilder();
    private final Set<String> visible = new HashSet<>();
    /** Results of this graph's nodes that are no outputs yet. */
    private final Set<String> unclaimed = new HashSet<>();

    private final Map<String, Value> constants = new HashMap<>();
    private int counter;

    private GraphBuilder(String name, GraphBuilder outer) {
        this.outer = outer;
        this.root = outer == null ? this : outer.root;
        graph.setName(name);
    }

    public static GraphBuilder root(String name) {
        return new GraphBuilder(name, null);
    }

    /** The graph around all others, whose nodes are computed once for all loops and branches. */
    public GraphBuilder outermost() {
        return root;
    }

    /** A loop body or a branch, which sees the values of this graph. */
    public GraphBuilder subgraph(String name) {
        return new GraphBuilder(name, this);
    }

    /** @param dims a {@code Number} for a fixed size, a {@code String} for a free one */
    public Value input(String name, Type type, Object... dims) {
        var unique = outer == null ? name : fresh(name);
        graph.addInput(valueInfo(unique, type, dims));
        visible.add(unique);
        return new Value(unique);
    }

    public void output(String name, Value value, Type type, Object... dims) {
        requireVisible("Output " + name, List.of(value));
        if (outer != null && unclaimed.remove(value.name())) {
            graph.addOutput(valueInfo(value.name(), type, dims));
            return;
        }
        var unique = outer == null ? name : fresh(name);
        // A subgraph may not hand out an input, a value of the graph around it, or one value twice; an identity makes
        // it its own.
        graph.addNode(NodeProto.newBuilder()
                .setOpType("Identity")
                .setName(fresh("output"))
                .addInput(value.name())
                .addOutput(unique));
        graph.addOutput(valueInfo(unique, type, dims));
    }

    public Value node(String operator, List<Value> inputs, AttributeProto... attributes) {
        return nodes(operator, 1, inputs, attributes).get(0);
    }

    /** A node with several outputs. */
    public List<Value> nodes(String operator, int outputs, List<Value> inputs, AttributeProto... attributes) {
        return nodes("", operator, outputs, inputs, attributes);
    }

    /** A node that ONNX Runtime knows beyond the standard's operators. */
    Value runtimeNode(String operator, List<Value> inputs) {
        return nodes(RUNTIME_DOMAIN, operator, 1, inputs).get(0);
    }

    private List<Value> nodes(
            String domain, String operator, int outputs, List<Value> inputs, AttributeProto... attributes) {
        requireVisible(operator, inputs);
        var name = fresh(operator);
        var node = NodeProto.newBuilder()
                .setDomain(domain)
                .setOpType(operator)
                .setName(name)
                .addAllAttribute(Arrays.asList(attributes));
        inputs.forEach(input -> node.addInput(input.name()));
        var values = new ArrayList<Value>();
        for (int i = 0; i < outputs; i++) {
            var value = new Value(name + ":" + i);
            node.addOutput(value.name());
            visible.add(value.name());
            unclaimed.add(value.name());
            values.add(value);
        }
        graph.addNode(node);
        return values;
    }

    /** The same numbers in another type. */
    public Value cast(Value value, Type type) {
        return node("Cast", List.of(value), Attributes.of("to", type.code()));
    }

    /** A trained matrix or vector, stored as float32. */
    public Value weight(String name, float[] values, long... shape) {
        return root.initializer(name, Type.FLOAT, bytes(values), shape);
    }

    /** A matrix of 8-bit integers. */
    public Value weight(String name, byte[] values, long... shape) {
        return root.initializer(name, Type.INT8, values, shape);
    }

    /**
     * A trained matrix, stored in half precision and widened when the graph is loaded: half the file, the same arithmetic.
     *
     * @throws IllegalArgumentException if a value is not exactly a half-precision number
     */
    Value halfWeight(String name, float[] values, long... shape) {
        var buffer = ByteBuffer.allocate(2 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            buffer.putShort(exactHalf(value));
        }
        var half = root.initializer(name, Type.FLOAT16, buffer.array(), shape);
        return root.cast(half, Type.FLOAT);
    }

    /** A vector of int64. */
    public Value longs(long... values) {
        var buffer = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        Arrays.stream(values).forEach(buffer::putLong);
        return root.constant("longs" + Arrays.toString(values), Type.INT64, buffer.array(), values.length);
    }

    /** A scalar of int64. */
    public Value scalar(long value) {
        var bytes = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(value);
        return root.constant("long " + value, Type.INT64, bytes.array());
    }

    /** A scalar of float32. */
    public Value scalar(float value) {
        return root.constant("float " + value, Type.FLOAT, bytes(value));
    }

    /** A scalar of uint8. */
    Value unsignedByte(int value) {
        return root.constant("byte " + value, Type.UINT8, new byte[] {(byte) value});
    }

    /** A scalar of bool. */
    public Value scalar(boolean value) {
        return root.constant("bool " + value, Type.BOOL, new byte[] {(byte) (value ? 1 : 0)});
    }

    public GraphProto build() {
        return graph.build();
    }

    /** The finished model; only of an outermost graph. */
    public byte[] model() {
        return ModelProto.newBuilder()
                .setIrVersion(IR_VERSION)
                .setProducerName("lingoduct")
                .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(OPSET))
                .addOpsetImport(OperatorSetIdProto.newBuilder()
                        .setDomain(RUNTIME_DOMAIN)
                        .setVersion(RUNTIME_OPSET))
                .setGraph(graph)
                .build()
                .toByteArray();
    }

    private Value constant(String key, Type type, byte[] bytes, long... shape) {
        return constants.computeIfAbsent(key, k -> initializer(fresh("constant"), type, bytes, shape));
    }

    private Value initializer(String name, Type type, byte[] bytes, long... shape) {
        if (!visible.add(name)) {
            throw new IllegalArgumentException("there is a value named " + name + " already");
        }
        var tensor = TensorProto.newBuilder()
                .setName(name)
                .setDataType((int) type.code())
                .setRawData(ByteString.copyFrom(bytes));
        Arrays.stream(shape).forEach(tensor::addDims);
        graph.addInitializer(tensor);
        return new Value(name);
    }

    private void requireVisible(String operator, List<Value> values) {
        for (var value : values) {
            if (!value.equals(Value.ABSENT) && !sees(value)) {
                throw new IllegalArgumentException(
                        operator + " in " + graph.getName() + " uses " + value.name() + ", which is not visible there");
            }
        }
    }

    private boolean sees(Value value) {
        return visible.contains(value.name()) || outer != null && outer.sees(value);
    }

    private String fresh(String base) {
        return base + "_" + root.counter++;
    }

    private static short exactHalf(float value) {
        short half = Fp16Conversions.floatToFp16(value);
        if (!Float.isFinite(value) || Fp16Conversions.fp16ToFloat(half) != value) {
            throw new IllegalArgumentException(value + " is not a half-precision number");
        }
        return half;
    }

    private static byte[] bytes(float... values) {
        var buffer = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asFloatBuffer().put(values);
        return buffer.array();
    }

    private static ValueInfoProto valueInfo(String name, Type type, Object... dims) {
        var shape = TensorShapeProto.newBuilder();
        for (var dim : dims) {
            shape.addDim(
                    dim instanceof Number size
                            ? TensorShapeProto.Dimension.newBuilder().setDimValue(size.longValue())
                            : TensorShapeProto.Dimension.newBuilder().setDimParam((String) dim));
        }
        var tensor =
                TypeProto.Tensor.newBuilder().setElemType((int) type.code()).setShape(shape);
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder().setTensorType(tensor))
                .build();
    }
}
