package io.lingoduct.model.graph;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import org.junit.jupiter.api.Test;

class NestedWeightsTest {

    private static final TensorProto MATRIX = TensorProto.newBuilder()
            .setName("matrix")
            .setDataType(TensorProto.DataType.INT8_VALUE)
            .addDims(2)
            .addDims(1)
            .setRawData(ByteString.copyFrom(new byte[] {3, 4}))
            .build();

    @Test
    void shouldCopyAMatrixIntoAGraphThatTheRuntimeWouldNotFindItFrom() {
        var changed = NestedWeights.copiedInto(model(MATRIX, product("matrix")));

        var inner = inner(changed);
        var copy = inner.getInitializer(0);
        assertThat(copy).isEqualTo(MATRIX.toBuilder().setName(copy.getName()).build());
        assertThat(copy.getName()).isNotEqualTo("matrix");
        assertThat(inner.getNode(0).getInputList()).containsExactly("x", copy.getName());
    }

    @Test
    void shouldCopyAMatrixOnceIntoAGraphThatMultipliesByItTwice() {
        var inner = inner(NestedWeights.copiedInto(model(MATRIX, product("matrix"), product("matrix"))));

        assertThat(inner.getInitializerCount()).isEqualTo(1);
        assertThat(inner.getNode(0).getInput(1)).isEqualTo(inner.getNode(1).getInput(1));
    }

    @Test
    void shouldGiveEveryGraphACopyUnderANameOfItsOwn() {
        var changed = NestedWeights.copiedInto(model(MATRIX, product("matrix"), branch(graph(product("matrix")))));

        var inner = inner(changed);
        var innermost = inner.getNode(1).getAttribute(0).getG();
        assertThat(innermost.getInitializer(0).getName())
                .isNotEqualTo(inner.getInitializer(0).getName());
    }

    @Test
    void shouldLeaveAModelAloneWhereTheRuntimeFindsItsMatrices() {
        var shallow = ModelProto.newBuilder()
                .setGraph(graph(product("matrix"), branch(graph(product("matrix")))).toBuilder()
                        .addInitializer(MATRIX))
                .build();

        assertThat(NestedWeights.copiedInto(shallow)).isSameAs(shallow);
    }

    @Test
    void shouldLeaveOtherNumbersAndOtherOperatorsAlone() {
        var floats =
                MATRIX.toBuilder().setDataType(TensorProto.DataType.FLOAT_VALUE).build();
        var transposing = product("matrix").toBuilder().setOpType("Gather").build();

        for (var model : new ModelProto[] {model(floats, product("matrix")), model(MATRIX, transposing)}) {
            assertThat(NestedWeights.copiedInto(model)).isSameAs(model);
        }
    }

    /** Nodes two levels below the graph that holds the matrix. */
    private static ModelProto model(TensorProto matrix, NodeProto... nodes) {
        return ModelProto.newBuilder()
                .setGraph(graph(branch(graph(branch(graph(nodes))))).toBuilder().addInitializer(matrix))
                .build();
    }

    private static GraphProto inner(ModelProto model) {
        var outer = model.getGraph().getNode(0).getAttribute(0).getG();
        return outer.getNode(0).getAttribute(0).getG();
    }

    private static GraphProto graph(NodeProto... nodes) {
        var graph = GraphProto.newBuilder();
        for (var node : nodes) {
            graph.addNode(node);
        }
        return graph.build();
    }

    private static NodeProto branch(GraphProto graph) {
        return NodeProto.newBuilder()
                .setOpType("If")
                .addAttribute(AttributeProto.newBuilder().setName("then_branch").setG(graph))
                .build();
    }

    private static NodeProto product(String matrix) {
        return NodeProto.newBuilder()
                .setOpType("MatMulIntegerToFloat")
                .addInput("x")
                .addInput(matrix)
                .build();
    }
}
