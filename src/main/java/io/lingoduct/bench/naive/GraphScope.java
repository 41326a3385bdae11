package io.lingoduct.bench.naive;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Names that can be seen from within one graph of a model: its own nodes and weights, and those of the graphs around it.
 * Names of an ONNX model are unique along such a line of graphs.
 */
final class GraphScope {

    private static final Set<String> MATRIX_PRODUCTS = Set.of("Gemm", "MatMul");

    private final List<NodeProto> nodes = new ArrayList<>();
    private final Map<String, NodeProto> producers = new HashMap<>();
    private final Map<String, TensorProto> weights = new HashMap<>();
    private final Set<String> inputs = new LinkedHashSet<>();

    private GraphScope() {}

    /** @param line the outermost graph first, the one to look from last */
    static GraphScope of(List<GraphProto> line) {
        var scope = new GraphScope();
        line.forEach(scope::add);
        return scope;
    }

    private void add(GraphProto graph) {
        nodes.addAll(graph.getNodeList());
        graph.getNodeList().forEach(node -> node.getOutputList().forEach(name -> producers.put(name, node)));
        graph.getInitializerList().forEach(tensor -> weights.put(tensor.getName(), tensor));
        graph.getInputList().stream()
                .map(input -> input.getName())
                .filter(name -> !weights.containsKey(name))
                .forEach(inputs::add);
    }

    /** The node that computes a value; null for a weight or an input. */
    NodeProto producer(String value) {
        return producers.get(value);
    }

    boolean knows(String value) {
        return producers.containsKey(value) || weights.containsKey(value) || inputs.contains(value);
    }

    /** Whether a value depends on what the graph is given. */
    boolean isComputedFromInputs(String value) {
        return slice(List.of(value), Set.of()).names().stream().anyMatch(inputs::contains);
    }

    /**
     * The part of a graph that some values are computed from.
     *
     * @param nodes in an order in which they can run
     * @param names all values on the way, inputs and weights included
     */
    record Slice(List<NodeProto> nodes, List<TensorProto> weights, Set<String> names) {

        boolean contains(String value) {
            return names.contains(value);
        }

        boolean multiplies() {
            return nodes.stream().anyMatch(node -> MATRIX_PRODUCTS.contains(node.getOpType()));
        }
    }

    /** The slice behind some values; the walk ends at those of the second list. */
    Slice slice(List<String> values, Set<String> ends) {
        var names = new LinkedHashSet<String>();
        Set<NodeProto> needed = Collections.newSetFromMap(new IdentityHashMap<>());
        var open = new ArrayDeque<>(values);
        while (!open.isEmpty()) {
            var name = open.pop();
            if (!names.add(name) || ends.contains(name)) {
                continue;
            }
            var node = producers.get(name);
            if (node != null && needed.add(node)) {
                reads(node).forEach(open::push);
            }
        }
        return new Slice(
                nodes.stream().filter(needed::contains).toList(),
                names.stream()
                        .filter(name -> weights.containsKey(name) && !ends.contains(name))
                        .map(weights::get)
                        .toList(),
                names);
    }

    /** Values that a node reads, within its loops and branches too. */
    private static Stream<String> reads(NodeProto node) {
        var own = node.getInputList().stream().filter(name -> !name.isEmpty());
        return Stream.concat(own, subgraphs(node).flatMap(GraphScope::captures));
    }

    private static Stream<String> captures(GraphProto graph) {
        var inside = new HashSet<String>();
        graph.getInputList().forEach(input -> inside.add(input.getName()));
        graph.getInitializerList().forEach(tensor -> inside.add(tensor.getName()));
        graph.getNodeList().forEach(node -> inside.addAll(node.getOutputList()));
        var results = graph.getOutputList().stream().map(output -> output.getName());
        return Stream.concat(graph.getNodeList().stream().flatMap(GraphScope::reads), results)
                .filter(name -> !inside.contains(name));
    }

    static Stream<GraphProto> subgraphs(NodeProto node) {
        return node.getAttributeList().stream().filter(AttributeProto::hasG).map(AttributeProto::getG);
    }
}
