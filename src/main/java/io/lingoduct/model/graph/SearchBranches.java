package io.lingoduct.model.graph;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Cuts a graph down to one of its searches. A graph chooses among them by nested {@code If} nodes, each with a copy of the
 * decoder; where the choice is known, the branch that will be taken stands in the node's place and the other goes.
 */
final class SearchBranches {

    private static final String CHOICE = "If";
    private static final String TAKEN = "then_branch";
    private static final String OTHER = "else_branch";

    private final Map<String, Boolean> choices;
    private boolean changed;

    private SearchBranches(SearchKind kind) {
        this.choices = kind.choices();
    }

    /** The model with one search only; the very same one where it names no choice. */
    static ModelProto only(ModelProto model, SearchKind kind) {
        var branches = new SearchBranches(kind);
        var graph = model.getGraph().toBuilder();
        branches.replaceNodes(graph, model.getGraph().getNodeList());
        return branches.changed ? model.toBuilder().setGraph(graph).build() : model;
    }

    /** Names of the branches that stand for a kind of search, wherever a choice is made between searches. */
    static Set<String> names(ModelProto model) {
        var names = new TreeSet<String>();
        collect(model.getGraph(), names);
        return names;
    }

    private static void collect(GraphProto graph, Set<String> names) {
        for (var node : graph.getNodeList()) {
            if (node.getOpType().equals(CHOICE)) {
                var taken = branch(node, TAKEN);
                if (SearchKind.GREEDY.choices().containsKey(taken.getName())) {
                    names.add(taken.getName());
                    collect(taken, names);
                    collect(branch(node, OTHER), names);
                }
            }
        }
    }

    private void replaceNodes(GraphProto.Builder graph, List<NodeProto> nodes) {
        graph.clearNode();
        nodes.forEach(node -> add(graph, node));
    }

    private void add(GraphProto.Builder graph, NodeProto node) {
        var holds = node.getOpType().equals(CHOICE)
                ? choices.get(branch(node, TAKEN).getName())
                : null;
        if (holds == null) {
            graph.addNode(node);
            return;
        }
        changed = true;
        var branch = branch(node, holds ? TAKEN : OTHER);
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
