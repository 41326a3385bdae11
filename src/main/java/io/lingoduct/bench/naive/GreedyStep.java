package io.lingoduct.bench.naive;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * One step of a greedy loop: scores of all target tokens out of the token said last and a state. Found by following the
 * values of the loop's body, so that it does not matter what else the loop keeps count of.
 */
final class GreedyStep {

    /** Operators that work element by element, as those that forbid tokens do: what they get may be scores already. */
    private static final Set<String> ELEMENT_BY_ELEMENT =
            Set.of("Where", "Add", "Sub", "Mul", "Div", "Min", "Max", "Identity", "Cast");

    /** The loop's number and its condition stand before what it carries. */
    private static final int COUNTERS = 2;

    private final GreedyLoops.Found found;
    private final GraphProto body;
    private final GraphScope scope;
    private final String choice;
    private final String scores;
    private final int token;
    private final List<Integer> states;

    GreedyStep(GreedyLoops.Found found) {
        this.found = found;
        this.body = found.body();
        this.scope = GraphScope.of(List.of(body));
        var best = GreedyLoops.choices(body).findFirst().orElseThrow();
        this.choice = best.getOutput(best.getOutputCount() - 1);
        this.scores = scores(best.getInput(0));
        var carried = carriedBehind(scores);
        this.token = carried.stream().filter(this::followsChoice).findFirst().orElseThrow();
        this.states = carried.stream().filter(i -> i != token).toList();
    }

    /** Name of the scores [B, V] within the body. */
    String scores() {
        return scores;
    }

    /** Declaration of the token said last, [B]. */
    ValueInfoProto token() {
        return body.getInput(COUNTERS + token);
    }

    /** Declarations of the state that a step reads. */
    List<ValueInfoProto> stateInputs() {
        return states.stream().map(i -> body.getInput(COUNTERS + i)).toList();
    }

    /** Declarations of the same after the step, in the same order. */
    List<ValueInfoProto> stateOutputs() {
        return states.stream().map(i -> body.getOutput(1 + i)).toList();
    }

    /** Names of the first state in the graph around the loop, in the same order. */
    List<String> stateStarts() {
        return states.stream().map(i -> found.loop().getInput(COUNTERS + i)).toList();
    }

    /** All that the step computes. */
    GraphScope.Slice slice() {
        var results = new ArrayList<>(List.of(scores));
        stateOutputs().forEach(output -> results.add(output.getName()));
        var slice = scope.slice(results, Set.of());
        for (int i = 0; i < COUNTERS; i++) {
            if (slice.contains(body.getInput(i).getName())) {
                throw new UnsupportedGraphException("a step of its greedy loop depends on the loop's counters");
            }
        }
        return slice;
    }

    /** Values that the step takes from the graphs around the loop. */
    List<String> captured() {
        return slice().names().stream().filter(name -> !scope.knows(name)).toList();
    }

    /** Scores that it chooses from; where these depend on all that was said before, the scores that they are made from. */
    private String scores(String chosenFrom) {
        var value = chosenFrom;
        while (true) {
            long tokens =
                    carriedBehind(value).stream().filter(this::followsChoice).count();
            if (tokens == 1) {
                return value;
            }
            var node = scope.producer(value);
            if (tokens == 0 || node == null || !ELEMENT_BY_ELEMENT.contains(node.getOpType())) {
                throw new UnsupportedGraphException(
                        "no scores were found in its greedy loop that follow from the last token and a state alone");
            }
            value = multipliedInput(node);
        }
    }

    private String multipliedInput(NodeProto node) {
        return node.getInputList().stream()
                .filter(input -> scope.slice(List.of(input), Set.of()).multiplies())
                .findFirst()
                .orElseThrow(
                        () -> new UnsupportedGraphException("what its greedy loop chooses from is no matrix product"));
    }

    /** Numbers of the carried values that a value needs, now and in the steps before. */
    private Set<Integer> carriedBehind(String value) {
        var result = new TreeSet<Integer>();
        var open = new ArrayList<>(List.of(value));
        while (!open.isEmpty()) {
            var slice = scope.slice(List.of(open.remove(open.size() - 1)), Set.of());
            for (int i = 0; i < body.getInputCount() - COUNTERS; i++) {
                if (slice.contains(body.getInput(COUNTERS + i).getName()) && result.add(i) && !followsChoice(i)) {
                    open.add(next(i));
                }
            }
        }
        return result;
    }

    private boolean followsChoice(int carried) {
        return scope.slice(List.of(next(carried)), Set.of()).contains(choice);
    }

    private String next(int carried) {
        return body.getOutput(1 + carried).getName();
    }
}
