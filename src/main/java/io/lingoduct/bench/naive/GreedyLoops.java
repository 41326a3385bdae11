package io.lingoduct.bench.naive;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import io.lingoduct.model.graph.SearchChoice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Search for the greedy search in a graph: a loop whose body chooses once. */
final class GreedyLoops {

    private static final String GREEDY = SearchChoice.GREEDY.branch();

    /** Both have the place of what they choose as their last output. */
    private static final Set<String> CHOICES = Set.of("ArgMax", "TopK");

    private final List<Found> found = new ArrayList<>();

    private GreedyLoops() {}

    /**
     * A loop.
     *
     * @param line the graphs around it, the outermost first
     */
    record Found(List<GraphProto> line, NodeProto loop) {

        GraphProto body() {
            return GraphScope.subgraphs(loop).findFirst().orElseThrow();
        }

        private boolean isNamedGreedy() {
            return line.get(line.size() - 1).getName().startsWith(GREEDY)
                    || body().getName().startsWith(GREEDY);
        }
    }

    /** The greedy loop; of several the one that says so by its name, else the first. */
    static Optional<Found> find(GraphProto root) {
        var loops = new GreedyLoops();
        loops.search(List.of(root));
        return loops.found.stream().min(Comparator.comparing((Found loop) -> loop.isNamedGreedy() ? 0 : 1));
    }

    private void search(List<GraphProto> line) {
        for (var node : line.get(line.size() - 1).getNodeList()) {
            if (node.getOpType().equals("Loop")) {
                var loop = new Found(line, node);
                if (choices(loop.body()).count() == 1) {
                    found.add(loop);
                }
            } else {
                GraphScope.subgraphs(node).forEach(graph -> {
                    var longer = new ArrayList<>(line);
                    longer.add(graph);
                    search(longer);
                });
            }
        }
    }

    /** The nodes that choose a token, or a few. */
    static Stream<NodeProto> choices(GraphProto body) {
        return body.getNodeList().stream().filter(node -> CHOICES.contains(node.getOpType()));
    }
}
