package io.lingoduct.training.export;

import io.lingoduct.training.export.GraphBuilder.Type;
import io.lingoduct.training.export.GraphBuilder.Value;
import io.lingoduct.training.vocabulary.VocabularyBuilder;
import java.util.ArrayList;
import java.util.List;

/**
 * Greedy search as one ONNX Loop: each row takes its best token until it ends; then it says padding. Where the caller forces
 * a token, the row takes that one instead, which makes the score that of a given target.
 */
final class GreedyLoop {

    private final DecoderNodes decoder;

    GreedyLoop(DecoderNodes decoder) {
        this.decoder = decoder;
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
        for (int i = 0; i < decoder.stateSize(); i++) {
            state.add(g.input("state", Type.FLOAT, "B", "D" + i));
        }
        var queryShape = g.node("Concat", List.of(inputs.rows(), g.longs(1, -1)), Attributes.of("axis", 0));
        var next = decoder.step(g, last, state, inputs.source(), queryShape);
        var logProbabilities = g.node("LogSoftmax", List.of(next.logits()), Attributes.of("axis", 1));
        var best = flat(g, g.node("ArgMax", List.of(next.logits()), Attributes.of("axis", 1)));
        var forced = inputs.forced().at(g, step);
        var chosen = g.node("Where", List.of(inputs.forced().isDue(g, forced), forced, best)); // [B]
        var column = g.node("Unsqueeze", List.of(chosen, g.longs(1)));
        var gain = g.node("GatherElements", List.of(logProbabilities, column), Attributes.of("axis", 1));
        var token = g.node("Where", List.of(done, g.scalar(VocabularyBuilder.PAD), chosen));
        var gained = g.node("Where", List.of(done, g.scalar(0f), flat(g, gain)));
        var longer = g.node("Where", List.of(done, g.scalar(0), g.scalar(1)));
        var doneNow = ends(g, inputs, done, token, step);

        g.output("running_next", SearchInputs.anyLeft(g, doneNow), Type.BOOL);
        g.output("last_next", token, Type.INT64, "B");
        g.output("done_next", doneNow, Type.BOOL, "B");
        g.output("score_next", g.node("Add", List.of(score, gained)), Type.FLOAT, "B");
        g.output("length_next", g.node("Add", List.of(length, longer)), Type.INT64, "B");
        for (int i = 0; i < decoder.stateSize(); i++) {
            g.output("state_next", next.state().get(i), Type.FLOAT, "B", "D" + i);
        }
        g.output("said", token, Type.INT64, "B");
        return g;
    }

    /** A row's limit does not cut off what it is forced to say. */
    private static Value ends(GraphBuilder g, SearchInputs inputs, Value done, Value token, Value step) {
        var following = inputs.forced().at(g, g.node("Add", List.of(step, g.scalar(1))));
        var mustGoOn = inputs.forced().isDue(g, following);
        var limits = g.node("Where", List.of(mustGoOn, g.scalar(Long.MAX_VALUE), inputs.rowLimits()));
        return SearchInputs.ends(g, done, token, step, limits);
    }

    private static Value flat(GraphBuilder g, Value column) {
        return g.node("Squeeze", List.of(column, g.longs(1)));
    }
}
