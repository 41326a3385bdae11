package io.lingoduct.model;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.Arrays;
import java.util.List;

/** Builds small ONNX graphs for tests; values are referred to by their names. */
public final class OnnxGraphBuilder {

    private final GraphProto.Builder graph = GraphProto.newBuilder().setName("test");
    private int nextValue;

    /** Declares an input whose dimensions are all free. */
    public String input(String name, DataType type, String... dimensions) {
        graph.addInput(value(name, type, dimensions));
        return name;
    }

    /** Makes a value an output under the given name. */
    public void output(String name, String source, DataType type, String... dimensions) {
        graph.addNode(
                NodeProto.newBuilder().setOpType("Identity").addInput(source).addOutput(name));
        graph.addOutput(value(name, type, dimensions));
    }

    public String node(String operator, String... inputs) {
        return node(operator, List.of(), inputs);
    }

    public String cast(String input, DataType type) {
        return node("Cast", List.of(integer("to", type.getNumber())), input);
    }

    /** Of matrices, side by side. */
    public String concat(String left, String right) {
        return node("Concat", List.of(integer("axis", 1)), left, right);
    }

    /** How many elements of each row are true, as float. */
    public String count(String flags) {
        return node("ReduceSum", List.of(integer("keepdims", 0)), cast(flags, DataType.FLOAT), vector(1));
    }

    public String scalar(long value) {
        return initializer(
                TensorProto.newBuilder().setDataType(DataType.INT64.getNumber()).addInt64Data(value));
    }

    public String scalar(float value) {
        return initializer(
                TensorProto.newBuilder().setDataType(DataType.FLOAT.getNumber()).addFloatData(value));
    }

    public String vector(long... values) {
        return initializer(TensorProto.newBuilder()
                .setDataType(DataType.INT64.getNumber())
                .addDims(values.length)
                .addAllInt64Data(Arrays.stream(values).boxed().toList()));
    }

    public byte[] model() {
        return ModelProto.newBuilder()
                .setIrVersion(8)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(17))
                .setGraph(graph)
                .build()
                .toByteArray();
    }

    private String node(String operator, List<AttributeProto> attributes, String... inputs) {
        var output = freshName();
        graph.addNode(NodeProto.newBuilder()
                .setOpType(operator)
                .addAllInput(List.of(inputs))
                .addOutput(output)
                .addAllAttribute(attributes));
        return output;
    }

    private static AttributeProto integer(String name, long value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.INT)
                .setI(value)
                .build();
    }

    private String initializer(TensorProto.Builder tensor) {
        var name = freshName();
        graph.addInitializer(tensor.setName(name));
        return name;
    }

    private String freshName() {
        return "value_" + nextValue++;
    }

    public static ValueInfoProto value(String name, DataType type, String... dimensions) {
        var shape = TensorShapeProto.newBuilder();
        for (var dimension : dimensions) {
            shape.addDim(TensorShapeProto.Dimension.newBuilder().setDimParam(dimension));
        }
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder()
                        .setTensorType(TypeProto.Tensor.newBuilder()
                                .setElemType(type.getNumber())
                                .setShape(shape)))
                .build();
    }
}
