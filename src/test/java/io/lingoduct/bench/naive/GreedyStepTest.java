package io.lingoduct.bench.naive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Graphs that are taken apart but not run. A step looks up the last token, adds what the loop captured of the source, and
 * multiplies; what was said before is forbidden by a carried penalty.
 */
class GreedyStepTest {

    @Test
    void shouldFindTheScoresBehindWhatForbidsTokens() {
        var step = StepGraphs.of(model(body(node("Sub", "allowed", "logits", "penalty"), ArgMaxOf.ALLOWED)))
                .step();

        assertThat(step.scores()).isEqualTo("logits");
        assertThat(step.token().getName()).isEqualTo("last");
        assertThat(names(step.stateInputs())).containsExactly("state");
        assertThat(names(step.stateOutputs())).containsExactly("state_next");
        assertThat(step.stateStarts()).containsExactly("first_state");
    }

    @Test
    void shouldTellWhatComesFromTheSourceFromConstants() {
        var graphs = StepGraphs.of(model(body(node("Sub", "allowed", "logits", "penalty"), ArgMaxOf.LOGITS)));

        assertThat(graphs.sources()).containsExactly("source_mean");
        assertThat(graphs.step().captured()).contains("source_mean", "table", "projection");
    }

    @Test
    void shouldRefuseAStepThatDependsOnAllThatWasSaid() {
        var body = body(node("MatMul", "allowed", "logits", "penalty"), ArgMaxOf.ALLOWED);

        assertThatThrownBy(() -> StepGraphs.of(model(body)))
                .isInstanceOf(UnsupportedGraphException.class)
                .hasMessageContaining("the last token and a state alone");
    }

    @Test
    void shouldRefuseAStepThatCountsItself() {
        var body = body(node("Mul", "allowed", "logits", "step"), ArgMaxOf.ALLOWED);

        assertThatThrownBy(() -> StepGraphs.of(model(body)).sources())
                .isInstanceOf(UnsupportedGraphException.class)
                .hasMessageContaining("counters");
    }

    @Test
    void shouldPreferTheLoopThatIsNamedGreedy() {
        var body = body(node("Sub", "allowed", "logits", "penalty"), ArgMaxOf.ALLOWED);
        var other = loop(body.toBuilder().setName("other").build());
        var greedy = loop(body);

        var found = GreedyLoops.find(
                        GraphProto.newBuilder().addNode(other).addNode(greedy).build())
                .orElseThrow();

        assertThat(found.body().getName()).isEqualTo("greedy_step");
    }

    private enum ArgMaxOf {
        LOGITS,
        ALLOWED
    }

    private static GraphProto body(NodeProto allowing, ArgMaxOf argMax) {
        var graph = GraphProto.newBuilder().setName("greedy_step");
        for (var name : List.of("step", "running", "last", "state", "penalty")) {
            graph.addInput(value(name));
        }
        graph.addNode(node("Gather", "word", "table", "last"))
                .addNode(node("Add", "sum", "word", "state"))
                .addNode(node("Add", "both", "sum", "source_mean"))
                .addNode(node("Tanh", "state_next", "both"))
                .addNode(node("MatMul", "logits", "state_next", "projection"))
                .addNode(allowing)
                .addNode(node("ArgMax", "choice", argMax == ArgMaxOf.LOGITS ? "logits" : "allowed"))
                .addNode(node("Where", "last_next", "running", "choice", "last"))
                .addNode(node("OneHot", "said", "choice", "depth"))
                .addNode(node("Add", "penalty_next", "penalty", "said"));
        for (var name : List.of("running", "last_next", "state_next", "penalty_next", "choice")) {
            graph.addOutput(value(name));
        }
        return graph.build();
    }

    private static byte[] model(GraphProto body) {
        var graph = GraphProto.newBuilder()
                .addInput(value("source_ids"))
                .addInitializer(TensorProto.newBuilder().setName("stored"))
                .addNode(node("Cast", "table", "stored"))
                .addNode(node("Transpose", "projection", "table"))
                .addNode(node("Gather", "words", "table", "source_ids"))
                .addNode(node("ReduceMean", "source_mean", "words"))
                .addNode(node("Tanh", "first_state", "source_mean"))
                .addNode(loop(body));
        return ModelProto.newBuilder().setGraph(graph).build().toByteArray();
    }

    private static NodeProto loop(GraphProto body) {
        return NodeProto.newBuilder()
                .setOpType("Loop")
                .addAllInput(List.of("most", "yes", "begin", "first_state", "no_penalty"))
                .addAttribute(AttributeProto.newBuilder().setName("body").setG(body))
                .build();
    }

    private static NodeProto node(String operator, String output, String... inputs) {
        return NodeProto.newBuilder()
                .setOpType(operator)
                .addAllInput(List.of(inputs))
                .addOutput(output)
                .build();
    }

    private static ValueInfoProto value(String name) {
        return ValueInfoProto.newBuilder().setName(name).build();
    }

    private static List<String> names(List<ValueInfoProto> values) {
        return values.stream().map(ValueInfoProto::getName).toList();
    }
}
