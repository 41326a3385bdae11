package io.lingoduct.model.graph;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Types and ranks that the graph's inputs and outputs must have, as docs/graph-contract.md lays them down. */
final class GraphContract {

    private record Tensor(OnnxJavaType type, int rank) {}

    private static final Map<String, Tensor> REQUIRED_INPUTS = Map.of(
            GraphPorts.SOURCE_IDS, new Tensor(OnnxJavaType.INT64, 2),
            GraphPorts.SOURCE_LENGTHS, new Tensor(OnnxJavaType.INT32, 1),
            GraphPorts.MAX_LENGTH, new Tensor(OnnxJavaType.INT64, 0));
    /** Inputs that a graph may have; those of one group come together. */
    private static final List<Map<String, Tensor>> OPTIONAL_INPUTS = List.of(
            Map.of(
                    GraphPorts.BEAM_SIZE,
                    new Tensor(OnnxJavaType.INT64, 0),
                    GraphPorts.LENGTH_PENALTY,
                    new Tensor(OnnxJavaType.FLOAT, 0)),
            Map.of(GraphPorts.COVERAGE_PENALTY, new Tensor(OnnxJavaType.FLOAT, 0)),
            Map.of(GraphPorts.NO_REPEAT_NGRAM, new Tensor(OnnxJavaType.INT64, 0)),
            Map.of(GraphPorts.SCORES_WANTED, new Tensor(OnnxJavaType.BOOL, 0)),
            Map.of(GraphPorts.FORCED_IDS, new Tensor(OnnxJavaType.INT64, 2)),
            Map.of(
                    GraphPorts.CANDIDATE_IDS,
                    new Tensor(OnnxJavaType.INT64, 1),
                    GraphPorts.CANDIDATE_MASK,
                    new Tensor(OnnxJavaType.BOOL, 2)));

    private static final Map<String, OnnxJavaType> REQUIRED_OUTPUTS =
            Map.of(GraphPorts.TARGET_IDS, OnnxJavaType.INT64, GraphPorts.SCORES, OnnxJavaType.FLOAT);
    private static final List<Map<String, OnnxJavaType>> OPTIONAL_OUTPUTS = List.of(
            Map.of(GraphPorts.NBEST_IDS, OnnxJavaType.INT64, GraphPorts.NBEST_SCORES, OnnxJavaType.FLOAT),
            Map.of(GraphPorts.ATTENTION, OnnxJavaType.FLOAT));

    private GraphContract() {}

    /** Breaches of the contract, in words; empty if the graph keeps it. */
    static List<String> faults(OrtSession session, int maxBeamSize) throws OrtException {
        var faults = new ArrayList<String>();
        var inputs = session.getInputInfo();
        var expected = expected(REQUIRED_INPUTS, OPTIONAL_INPUTS, inputs.keySet());
        if (maxBeamSize > 1 && !expected.containsKey(GraphPorts.BEAM_SIZE)) {
            faults.add("decoding.max_beam_size in the manifest is " + maxBeamSize + ", but the graph has no input "
                    + GraphPorts.BEAM_SIZE);
        }
        expected.forEach((name, tensor) -> checkInput(name, tensor, inputs.get(name), faults));
        inputs.keySet().stream()
                .filter(name -> !expected.containsKey(name))
                .forEach(name -> faults.add("the graph has an input " + name + " that the contract does not know"));
        var outputs = session.getOutputInfo();
        expected(REQUIRED_OUTPUTS, OPTIONAL_OUTPUTS, outputs.keySet())
                .forEach((name, type) -> checkOutput(name, type, outputs.get(name), faults));
        return faults;
    }

    /** The required ones, and every optional group of which at least one is there. */
    private static <T> Map<String, T> expected(
            Map<String, T> required, List<Map<String, T>> optional, Set<String> present) {
        var expected = new LinkedHashMap<>(required);
        for (var group : optional) {
            if (group.keySet().stream().anyMatch(present::contains)) {
                expected.putAll(group);
            }
        }
        return expected;
    }

    private static void checkInput(String name, Tensor expected, NodeInfo actual, List<String> faults) {
        if (actual == null) {
            faults.add("the graph lacks the input " + name);
        } else if (!(actual.getInfo() instanceof TensorInfo tensor)
                || tensor.type != expected.type
                || tensor.getShape().length != expected.rank) {
            faults.add("the input " + name + " must be " + expected.type + " of rank " + expected.rank + ", not "
                    + describe(actual));
        } else if (Arrays.stream(tensor.getShape()).anyMatch(dimension -> dimension >= 0)) {
            faults.add(
                    "the dimensions of the input " + name + " must be free, not " + Arrays.toString(tensor.getShape()));
        }
    }

    private static void checkOutput(String name, OnnxJavaType type, NodeInfo actual, List<String> faults) {
        if (actual == null) {
            faults.add("the graph lacks the output " + name);
        } else if (!(actual.getInfo() instanceof TensorInfo tensor) || tensor.type != type) {
            faults.add("the output " + name + " must be " + type + ", not " + describe(actual));
        }
    }

    private static String describe(NodeInfo node) {
        return node.getInfo() instanceof TensorInfo tensor
                ? tensor.type + " of rank " + tensor.getShape().length
                : node.getInfo().toString();
    }
}
