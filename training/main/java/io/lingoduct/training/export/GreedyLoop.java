package io.lingoduct.training.export;

import io.lingoduct.training.export.GraphBuilder.Type;
import io.lingoduct.training.vocabulary.VocabularyBuilder;
import java.util.ArrayList;
import java.util.List;

/** Greedy search as one ONNX Loop: each row takes its best token until it ends; then it says padding. */
final class GreedyLoop {

    private final DecoderNodes decoder;
    private final OutputNodes output;
    private final GreedyChoice choice;

    /** @param output what may be said */
    GreedyLoop(DecoderNodes decoder, OutputNodes output, GreedyChoice choice) {
        this.decoder = decoder;
        this.output = output;
        this.choice = choice;
    }

    SearchResults add(GraphBuilder g, SearchInputs inputs) {
        boolean looks = choice.showsAttention() && decoder.attends();
        var body = body(g.subgraph("greedy_step"), inputs, looks);
        var initial = new ArrayList<>(List.of(inputs.maxLength(), g.scalar(true)));
        initial.add(SearchInputs.fill(g, g.scalar(VocabularyBuilder.BOS), inputs.rows()));
        initial.add(SearchInputs.fill(g, g.scalar(false), inputs.rows()));
        initial.add(SearchInputs.fill(g, g.scalar(0f), inputs.rows()));
        initial.add(SearchInputs.fill(g, g.scalar(0), inputs.rows()));
        initial.add(SearchInputs.nothingSaid(g, inputs.rows()));
        initial.addAll(inputs.source().start());
        int carried = initial.size() - 2;
        var results = g.nodes("Loop", carried + (looks ? 1 : 0), initial, Attributes.of("body", body.build()));
        var lengths = results.get(3);
        var attention = looks
                ? g.node("Transpose", List.of(results.get(carried)), Attributes.of("perm", new long[] {1, 0, 2}))
                : inputs.noAttention(g);
        return SearchResults.single(
                g,
                SearchInputs.tokens(g, output, results.get(4), lengths),
                inputs.normalized(g, results.get(2), lengths),
                attention);
    }

    private GraphBuilder body(GraphBuilder g, SearchInputs inputs, boolean looks) {
        var step = g.input("step", Type.INT64);
        g.input("running", Type.BOOL);
        var last = g.input("last", Type.INT64, "B");
        var done = g.input("done", Type.BOOL, "B");
        var score = g.input("score", Type.FLOAT, "B");
        var length = g.input("length", Type.INT64, "B");
        var said = g.input("said", Type.INT64, "B", "T");
        var state = decoder.stateInputs(g, "B");
        var next = decoder.step(g, last, state, inputs.source(), output);
        var scores = choice.allowed(g, next.scores(), said, step);
        var logProbabilities = g.node("LogSoftmax", List.of(scores), Attributes.of("axis", 1));
        var best = SearchInputs.flat(g, g.node("ArgMax", List.of(scores), Attributes.of("axis", 1)));
        var chosen = g.node("Where", List.of(done, g.scalar(0), choice.column(g, best, step))); // [B]
        var column = SearchInputs.column(g, chosen);
        var gain = g.node("GatherElements", List.of(logProbabilities, column), Attributes.of("axis", 1));
        var gained = g.node("Where", List.of(done, g.scalar(0f), SearchInputs.flat(g, gain)));
        var longer = g.node("Where", List.of(done, g.scalar(0), g.scalar(1)));
        var token = output.tokens(g, chosen);
        var doneNow = SearchInputs.ends(g, done, token, step, choice.limits(g, inputs.rowLimits(), step));

        g.output("running_next", SearchInputs.anyLeft(g, doneNow), Type.BOOL);
        g.output("last_next", token, Type.INT64, "B");
        g.output("done_next", doneNow, Type.BOOL, "B");
        g.output("score_next", g.node("Add", List.of(score, gained)), Type.FLOAT, "B");
        g.output("length_next", g.node("Add", List.of(length, longer)), Type.INT64, "B");
        var saidNow = g.node("Concat", List.of(said, column), Attributes.of("axis", 1));
        g.output("said_next", saidNow, Type.INT64, "B", "T_next");
        decoder.stateOutputs(g, next.state(), "B");
        if (looks) {
            var attention = SearchInputs.flat(g, next.attention().orElseThrow());
            g.output("attention", attention, Type.FLOAT, "B", "S");
        }
        return g;
    }
}
