package io.lingoduct.model.graph;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Cuts a graph down to one of its searches. A graph chooses among them by nested {@code If} nodes, each with a copy of the
 * decoder; where the choice is known, the branch that will be taken stands in the node's place and the other goes.
 */
final class SearchBranches {

    private static final String CHOICE = "If";
    private static final String TAKEN = "then_branch";
    private static final String OTHER = "else_branch";

    private final SearchKind kind;
    private boolean changed;

    private SearchBranches(SearchKind kind) {
        this.kind = kind;
    }

    /** The model with one search only; the very same one where it names no choice. */
    static ModelProto only(ModelProto model, SearchKind kind) {
        var branches = new SearchBranches(kind);
        var graph = model.getGraph().toBuilder();
        branches.replaceNodes(graph, model.getGraph().getNodeList());
        return branches.changed ? model.toBuilder().setGraph(graph).build() : model;
    }

    /** The choices between searches in a graph, and in the branches of such choices. */
    static Set<SearchChoice> choices(ModelProto model) {
        var choices = EnumSet.noneOf(SearchChoice.class);
        collect(model.getGraph(), choices);
        return choices;
    }

    private static void collect(GraphProto graph, Set<SearchChoice> choices) {
        for (var node : graph.getNodeList()) {
            choice(node).ifPresent(choice -> {
                choices.add(choice);
                collect(branch(node, TAKEN), choices);
                collect(branch(node, OTHER), choices);
            });
        }
    }

    private static Optional<SearchChoice> choice(NodeProto node) {
        return node.getOpType().equals(CHOICE)
                ? SearchChoice.ofBranch(branch(node, TAKEN).getName())
                : Optional.empty();
    }

    private void replaceNodes(GraphProto.Builder graph, List<NodeProto> nodes) {
        graph.clearNode();
        nodes.forEach(node -> add(graph, node));
    }

    private void add(GraphProto.Builder graph, NodeProto node) {
        var choice = choice(node);
        if (choice.isEmpty()) {
            graph.addNode(node);
            return;
        }
        changed = true;
        var branch = branch(node, choice.get().holdsFor(kind) ? TAKEN : OTHER);
        graph.addAllInitializer(branch.getInitializerList());
        branch.getNodeList().forEach(inner -> add(graph, inner));
        // A branch with fewer outputs is a fault of the graph, which the runtime names.
        for (int i = 0; i < Math.min(node.getOutputCount(), branch.getOutputCount()); i++) {
            graph.addNode(NodeProto.newBuilder()
                    .setOpType("Identity")
                    .addInput(branch.getOutput(i).getName())
                    .addOutput(node.getOutput(i)));
        }
    }

    private static GraphProto branch(NodeProto node, String name) {
        return node.getAttributeList().stream()
                .filter(attribute -> attribute.getName().equals(name))
                .map(AttributeProto::getG)
                .findFirst()
                .orElse(GraphProto.getDefaultInstance());
    }
}
