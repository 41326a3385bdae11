package io.lingoduct.model.graph;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SearchBranchesTest {

    private static final SearchKind BEAM = new SearchKind(false, true, false, false, true);

    @Test
    void shouldPutTheBranchThatWillBeTakenInTheChoicesPlace() {
        var model = model(node("Before", "x"), choice("answer", branch("greedy", "a"), branch("beam", "b")));

        assertThat(operators(SearchBranches.only(model, SearchKind.GREEDY))).containsExactly("Before", "a", "Identity");
        assertThat(operators(SearchBranches.only(model, BEAM))).containsExactly("Before", "b", "Identity");
    }

    @Test
    void shouldHandOnTheBranchesResultUnderTheChoicesName() {
        var model = model(choice("answer", branch("greedy", "a"), branch("beam", "b")));

        var last = SearchBranches.only(model, BEAM).getGraph().getNode(1);

        assertThat(last.getInputList()).containsExactly("b_result");
        assertThat(last.getOutputList()).containsExactly("answer");
    }

    @Test
    void shouldResolveChoicesWithinChoices() {
        var inner = graph("shortlist", choice("inner", branch("shortlist_greedy", "a"), branch("shortlist_beam", "b")));
        var model = model(choice("answer", inner, branch("whole", "c")));

        assertThat(operators(SearchBranches.only(model, BEAM))).containsExactly("b", "Identity", "Identity");
        assertThat(operators(SearchBranches.only(model, SearchKind.GREEDY))).containsExactly("c", "Identity");
    }

    @Test
    void shouldKeepWhatTheBranchStores() {
        var stored = TensorProto.newBuilder().setName("matrix").build();
        var storing = branch("beam", "b").toBuilder().addInitializer(stored).build();
        var model = model(choice("answer", branch("greedy", "a"), storing));

        assertThat(SearchBranches.only(model, BEAM).getGraph().getInitializerList())
                .containsExactly(stored);
        assertThat(SearchBranches.only(model, SearchKind.GREEDY).getGraph().getInitializerList())
                .isEmpty();
    }

    @Test
    void shouldLeaveAModelAloneThatNamesNoChoice() {
        var model = model(node("Before", "x"), choice("answer", branch("one", "a"), branch("other", "b")));

        assertThat(SearchBranches.only(model, BEAM)).isSameAs(model);
    }

    @Test
    void shouldNameTheSearchesThatAreToldApart() {
        var inner = graph("shortlist", choice("inner", branch("scored", "a"), branch("unscored", "b")));
        var hidden = graph("other", choice("inner", branch("forced", "a"), branch("free", "b")));
        var model = model(choice("answer", inner, branch("whole", "c")), choice("else", hidden, branch("d", "d")));

        assertThat(SearchBranches.choices(model))
                .containsExactlyInAnyOrder(SearchChoice.SCORED, SearchChoice.SHORTLIST);
    }

    @Test
    void shouldTakeKindsForOneThatTheModelDoesNotTellApart() {
        var stored = StoredGraph.of(
                Path.of("graph.onnx"),
                model(choice("answer", branch("shortlist", "a"), branch("whole", "b")))
                        .toByteArray());
        var unscored = new SearchKind(false, true, true, false, false);

        assertThat(stored.choices(BEAM)).isEqualTo(stored.choices(unscored)).isEqualTo(Set.of(SearchChoice.SHORTLIST));
        assertThat(stored.choices(SearchKind.GREEDY)).isEmpty();
    }

    private static List<String> operators(ModelProto model) {
        return model.getGraph().getNodeList().stream().map(NodeProto::getOpType).toList();
    }

    private static ModelProto model(NodeProto... nodes) {
        return ModelProto.newBuilder().setGraph(graph("translate", nodes)).build();
    }

    private static NodeProto choice(String output, GraphProto then, GraphProto other) {
        return NodeProto.newBuilder()
                .setOpType("If")
                .addInput("condition")
                .addOutput(output)
                .addAttribute(AttributeProto.newBuilder().setName("else_branch").setG(other))
                .addAttribute(AttributeProto.newBuilder().setName("then_branch").setG(then))
                .build();
    }

    private static GraphProto branch(String name, String operator) {
        return graph(name, node(operator, operator + "_result"));
    }

    /** A graph whose result is that of its last node. */
    private static GraphProto graph(String name, NodeProto... nodes) {
        var graph = GraphProto.newBuilder().setName(name).addAllNode(List.of(nodes));
        var result = nodes[nodes.length - 1].getOutput(0);
        return graph.addOutput(ValueInfoProto.newBuilder().setName(result)).build();
    }

    private static NodeProto node(String operator, String output) {
        return NodeProto.newBuilder().setOpType(operator).addOutput(output).build();
    }
}
