package io.lingoduct.model.graph;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Gives inner graphs copies of the 8-bit matrices that they multiply by.
 *
 * <p>ONNX Runtime lays a constant matrix out for its products once, when a graph is loaded, but only where it finds it in the
 * product's own graph or in the one right around that. A search is a loop within a choice within another: there, the runtime
 * would lay out the decoder's matrices anew at each step, which for a single sentence takes longer than the products themselves.
 * The copies exist in memory only; a bundle's file holds each matrix once.
 */
final class NestedWeights {

    private static final Set<String> PRODUCTS = Set.of("MatMulInteger", "MatMulIntegerToFloat");
    private static final int MATRIX = 1;

    /** Levels of graphs at which the runtime finds a matrix of the outermost one. */
    private static final int REACH = 1;

    /** Copies of each matrix, on average. A graph of more searches than that is slow rather than too large to load. */
    private static final int MOST_COPIES = 8;

    private final Map<String, TensorProto> matrices;
    private long budget;
    private int count;

    private NestedWeights(Map<String, TensorProto> matrices) {
        this.matrices = matrices;
        this.budget = matrices.values().stream()
                .mapToLong(matrix -> (long) MOST_COPIES * matrix.getSerializedSize())
                .sum();
    }

    /** A model, its inner graphs with matrices of their own; the very same one where there is nothing to copy. */
    static ModelProto copiedInto(ModelProto model) {
        var matrices = model.getGraph().getInitializerList().stream()
                .filter(tensor -> tensor.getDataType() == TensorProto.DataType.INT8_VALUE)
                .filter(tensor -> tensor.getDataLocation() == TensorProto.DataLocation.DEFAULT)
                // Two of one name are a fault of the graph, which the runtime names.
                .collect(Collectors.toMap(TensorProto::getName, tensor -> tensor, (first, second) -> first));
        var weights = new NestedWeights(matrices);
        var graph = weights.in(model.getGraph(), 0);
        return weights.count == 0 ? model : model.toBuilder().setGraph(graph).build();
    }

    private GraphProto in(GraphProto graph, int level) {
        var changed = graph.toBuilder();
        var copies = new LinkedHashMap<String, TensorProto>();
        for (var node : changed.getNodeBuilderList()) {
            for (var attribute : node.getAttributeBuilderList()) {
                if (attribute.hasG()) {
                    attribute.setG(in(attribute.getG(), level + 1));
                }
            }
            if (level > REACH && PRODUCTS.contains(node.getOpType()) && node.getInputCount() > MATRIX) {
                var matrix = matrices.get(node.getInput(MATRIX));
                if (matrix != null && (copies.containsKey(matrix.getName()) || maySpend(matrix))) {
                    node.setInput(
                            MATRIX,
                            copies.computeIfAbsent(matrix.getName(), name -> copy(matrix))
                                    .getName());
                }
            }
        }
        return changed.addAllInitializer(copies.values()).build();
    }

    private boolean maySpend(TensorProto matrix) {
        budget -= matrix.getSerializedSize();
        return budget >= 0;
    }

    /** Names are numbered, since one must not stand for two values, however far apart their graphs are. */
    private TensorProto copy(TensorProto matrix) {
        count++;
        return matrix.toBuilder().setName(matrix.getName() + ".copy" + count).build();
    }
}
