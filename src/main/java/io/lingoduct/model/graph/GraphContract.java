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

/** Names and types of the graph's inputs and outputs, as docs/graph-contract.md lays them down. */
public final class GraphContract {

    public static final String SOURCE_IDS = "source_ids";
    public static final String SOURCE_LENGTHS = "source_lengths";
    public static final String MAX_LENGTH = "max_length";
    public static final String BEAM_SIZE = "beam_size";
    public static final String LENGTH_PENALTY = "length_penalty";
    public static final String COVERAGE_PENALTY = "coverage_penalty";
    public static final String NO_REPEAT_NGRAM = "no_repeat_ngram";
    public static final String SCORES_WANTED = "scores_wanted";
    public static final String FORCED_IDS = "forced_ids";
    public static final String CANDIDATE_IDS = "candidate_ids";
    public static final String CANDIDATE_MASK = "candidate_mask";
    public static final String TARGET_IDS = "target_ids";
    public static final String SCORES = "scores";
    public static final String NBEST_IDS = "nbest_ids";
    public static final String NBEST_SCORES = "nbest_scores";
    public static final String ATTENTION = "attention";

    private record Tensor(OnnxJavaType type, int rank) {}

    private static final Map<String, Tensor> REQUIRED_INPUTS = Map.of(
            SOURCE_IDS, new Tensor(OnnxJavaType.INT64, 2),
            SOURCE_LENGTHS, new Tensor(OnnxJavaType.INT32, 1),
            MAX_LENGTH, new Tensor(OnnxJavaType.INT64, 0));
    /** Inputs that a graph may have; those of one group come together. */
    private static final List<Map<String, Tensor>> OPTIONAL_INPUTS = List.of(
            Map.of(BEAM_SIZE, new Tensor(OnnxJavaType.INT64, 0), LENGTH_PENALTY, new Tensor(OnnxJavaType.FLOAT, 0)),
            Map.of(COVERAGE_PENALTY, new Tensor(OnnxJavaType.FLOAT, 0)),
            Map.of(NO_REPEAT_NGRAM, new Tensor(OnnxJavaType.INT64, 0)),
            Map.of(SCORES_WANTED, new Tensor(OnnxJavaType.BOOL, 0)),
            Map.of(FORCED_IDS, new Tensor(OnnxJavaType.INT64, 2)),
            Map.of(CANDIDATE_IDS, new Tensor(OnnxJavaType.INT64, 1), CANDIDATE_MASK, new Tensor(OnnxJavaType.BOOL, 2)));

    private static final Map<String, OnnxJavaType> REQUIRED_OUTPUTS =
            Map.of(TARGET_IDS, OnnxJavaType.INT64, SCORES, OnnxJavaType.FLOAT);
    private static final List<Map<String, OnnxJavaType>> OPTIONAL_OUTPUTS = List.of(
            Map.of(NBEST_IDS, OnnxJavaType.INT64, NBEST_SCORES, OnnxJavaType.FLOAT),
            Map.of(ATTENTION, OnnxJavaType.FLOAT));

    private GraphContract() {}

    /** What the graph does not keep of the contract; empty if it keeps all of it. */
    static List<String> faults(OrtSession session, int maxBeamSize) throws OrtException {
        var faults = new ArrayList<String>();
        var inputs = session.getInputInfo();
        var expected = expected(REQUIRED_INPUTS, OPTIONAL_INPUTS, inputs.keySet());
        if (maxBeamSize > 1 && !expected.containsKey(BEAM_SIZE)) {
            faults.add("decoding.max_beam_size in the manifest is " + maxBeamSize + ", but the graph has no input "
                    + BEAM_SIZE);
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
