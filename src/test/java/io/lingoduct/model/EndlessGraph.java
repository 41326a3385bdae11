package io.lingoduct.model;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import com.google.protobuf.InvalidProtocolBufferException;

/** A graph that keeps docs/graph-contract.md and never answers: a loop without a last step stands before its output. */
public final class EndlessGraph {

    private EndlessGraph() {}

    public static byte[] build() {
        var graph = new OnnxGraphBuilder();
        var sourceIds = graph.input("source_ids", DataType.INT64, "B", "S");
        var lengths = graph.input("source_lengths", DataType.INT32, "B");
        graph.input("max_length", DataType.INT64);
        var always = graph.cast(graph.scalar(1L), DataType.BOOL);
        graph.output("target_ids", graph.node("Loop", "", always, sourceIds), DataType.INT64, "B", "T");
        graph.output("scores", graph.cast(lengths, DataType.FLOAT), DataType.FLOAT, "B");
        return withBody(graph.model());
    }

    private static byte[] withBody(byte[] model) {
        try {
            var changed = ModelProto.parseFrom(model).toBuilder();
            for (var node : changed.getGraphBuilder().getNodeBuilderList()) {
                if (node.getOpType().equals("Loop")) {
                    node.addAttribute(AttributeProto.newBuilder()
                            .setName("body")
                            .setType(AttributeProto.AttributeType.GRAPH)
                            .setG(body()));
                }
            }
            return changed.build().toByteArray();
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }

    private static GraphProto body() {
        return GraphProto.newBuilder()
                .setName("body")
                .addInput(OnnxGraphBuilder.value("step", DataType.INT64))
                .addInput(OnnxGraphBuilder.value("go_on", DataType.BOOL))
                .addInput(OnnxGraphBuilder.value("ids", DataType.INT64, "B", "S"))
                .addNode(same("go_on", "go_on_again"))
                .addNode(same("ids", "same_ids"))
                .addOutput(OnnxGraphBuilder.value("go_on_again", DataType.BOOL))
                .addOutput(OnnxGraphBuilder.value("same_ids", DataType.INT64, "B", "S"))
                .build();
    }

    private static NodeProto same(String from, String to) {
        return NodeProto.newBuilder()
                .setOpType("Identity")
                .addInput(from)
                .addOutput(to)
                .build();
    }
}
