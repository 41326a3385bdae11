package io.lingoduct.training.export;

import io.lingoduct.training.export.GraphBuilder.Type;
import io.lingoduct.training.export.GraphBuilder.Value;
import io.lingoduct.training.vocabulary.VocabularyBuilder;
import java.util.ArrayList;
import java.util.List;

/** Greedy search as one ONNX Loop: each row takes its best token until it ends; then it says padding. */
final class GreedyLoop {

    private final NetworkNodes network;

    GreedyLoop(NetworkNodes network) {
        this.network = network;
    }

    /** @return target ids [B, T] and scores [B] */
    List<Value> add(GraphBuilder g, SearchInputs inputs) {
        var body = body(g.subgraph("greedy_step"), inputs);
        var initial = new ArrayList<>(List.of(inputs.maxLength(), g.scalar(true)));
        initial.add(SearchInputs.fill(g, g.scalar(VocabularyBuilder.BOS), inputs.rows()));
        initial.add(SearchInputs.fill(g, g.scalar(false), inputs.rows()));
        initial.add(SearchInputs.fill(g, g.scalar(0f), inputs.rows()));
        initial.add(SearchInputs.fill(g, g.scalar(0), inputs.rows()));
        initial.addAll(inputs.source().start());
        int carried = initial.size() - 2;
        var results = g.nodes("Loop", carried + 1, initial, Attributes.of("body", body.build()));
        var said = g.node("Transpose", List.of(results.get(carried)), Attributes.of("perm", new long[] {1, 0}));
        return List.of(said, inputs.normalized(g, results.get(2), results.get(3)));
    }

    private GraphBuilder body(GraphBuilder g, SearchInputs inputs) {
        var step = g.input("step", Type.INT64);
        g.input("running", Type.BOOL);
        var last = g.input("last", Type.INT64, "B");
        var done = g.input("done", Type.BOOL, "B");
        var score = g.input("score", Type.FLOAT, "B");
        var length = g.input("length", Type.INT64, "B");
        var state = new ArrayList<Value>();
        for (int i = 0; i < network.stateSize(); i++) {
            state.add(g.input("state", Type.FLOAT, "B", "D"));
        }
        var queryShape = g.node("Concat", List.of(inputs.rows(), g.longs(1, -1)), Attributes.of("axis", 0));
        var next = network.step(g, last, state, inputs.source(), queryShape);
        var logProbabilities = g.node("LogSoftmax", List.of(next.logits()), Attributes.of("axis", 1));
        var best = g.node("ArgMax", List.of(next.logits()), Attributes.of("axis", 1)); // [B, 1]
        var gain = g.node("GatherElements", List.of(logProbabilities, best), Attributes.of("axis", 1));
        var token = g.node("Where", List.of(done, g.scalar(VocabularyBuilder.PAD), flat(g, best)));
        var gained = g.node("Where", List.of(done, g.scalar(0f), flat(g, gain)));
        var longer = g.node("Where", List.of(done, g.scalar(0), g.scalar(1)));
        var doneNow = SearchInputs.ends(g, done, token, step, inputs.rowLimits());

        g.output("running_next", SearchInputs.anyLeft(g, doneNow), Type.BOOL);
        g.output("last_next", token, Type.INT64, "B");
        g.output("done_next", doneNow, Type.BOOL, "B");
        g.output("score_next", g.node("Add", List.of(score, gained)), Type.FLOAT, "B");
        g.output("length_next", g.node("Add", List.of(length, longer)), Type.INT64, "B");
        next.state().forEach(value -> g.output("state_next", value, Type.FLOAT, "B", "D"));
        g.output("said", token, Type.INT64, "B");
        return g;
    }

    private static Value flat(GraphBuilder g, Value column) {
        return g.node("Squeeze", List.of(column, g.longs(1)));
    }
}
