package io.lingoduct.training.export;

import io.lingoduct.training.export.GraphBuilder.Type;
import io.lingoduct.training.export.GraphBuilder.Value;
import io.lingoduct.training.vocabulary.VocabularyBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Greedy search: each row takes its best token until it ends; what it says after that plays no part. */
record GreedySteps(DecoderNodes decoder, GreedyChoice choice) implements SearchSteps {

    private static final int SCORE = 2;

    /** @param output what may be said */
    SearchResults add(GraphBuilder g, SearchInputs given, OutputNodes output, SearchLoop loop) {
        var inputs = given.withRowLimits(choice.limits(g, given.rowLimits()));
        var ended = loop.run(g, this, inputs, output);
        var tokens = output.tokens(g, ended.values().get(ended.values().size() - 1));
        var lengths = lengths(g, tokens, inputs.rowLimits());
        var scores = choice.isScored()
                ? inputs.normalized(g, ended.values().get(0), lengths)
                : SearchInputs.fill(g, g.scalar(0f), inputs.rows());
        var attention = ended.looks()
                .map(looks -> g.node("Transpose", List.of(looks), Attributes.of("perm", new long[] {1, 0, 2})))
                .orElseGet(() -> inputs.noAttention(g));
        return SearchResults.single(g, SearchInputs.padded(g, tokens, lengths), scores, attention);
    }

    /** [B]: the tokens of each row of [B, T], up to the first end of a sentence or the row's limit. */
    private static Value lengths(GraphBuilder g, Value tokens, Value limits) {
        var width = g.node("Shape", List.of(tokens), Attributes.of("start", 1));
        var counts = g.node("Add", List.of(SearchInputs.positions(g, width), g.scalar(1))); // [T]
        var ends = g.node("Equal", List.of(tokens, g.scalar(VocabularyBuilder.EOS)));
        var endsAfter = g.node("Where", List.of(ends, counts, width)); // [B, T]
        var first = g.node(
                "ReduceMin", List.of(endsAfter), Attributes.of("axes", new long[] {1}), Attributes.of("keepdims", 0));
        return g.node("Min", List.of(first, limits));
    }

    /** Whether the caller sees where it looked. */
    boolean looks() {
        return choice.showsAttention() && decoder.attends();
    }

    @Override
    public String name() {
        return "greedy";
    }

    @Override
    public List<Carried> start(GraphBuilder g, Round round) {
        var rows = round.inputs().rows();
        var carried = new ArrayList<Carried>();
        carried.add(Carried.step("last", Type.INT64, SearchInputs.fill(g, g.scalar(VocabularyBuilder.BOS), rows), "N"));
        carried.add(Carried.step("done", Type.BOOL, SearchInputs.fill(g, g.scalar(false), rows), "N"));
        if (choice.isScored()) {
            carried.add(Carried.result("score", Type.FLOAT, SearchInputs.fill(g, g.scalar(0f), rows), "N"));
        }
        carried.add(Carried.columns("said", Type.INT64, SearchInputs.nothingSaid(g, rows)));
        carried.addAll(decoder.start(g, round));
        return carried;
    }

    @Override
    public Value sourcesDone(GraphBuilder g, List<Value> carried, BeamSizes sizes) {
        return WeightNodes.cast(g, carried.get(DONE), Type.INT64);
    }

    @Override
    public Next step(GraphBuilder g, Value step, List<Value> now, Round round) {
        int said = choice.isScored() ? SCORE + 1 : SCORE;
        var before = now.get(said);
        var next = decoder.step(
                g,
                now.get(LAST),
                now.subList(said + 1, now.size()),
                round.inputs().source(),
                round.output());
        var scores = choice.allowed(g, next.scores(), before, step);
        // Half as long as ArgMax takes in ONNX Runtime. [B, 1] each
        var best = g.nodes("TopK", 2, List.of(scores, g.longs(1)), Attributes.of("axis", 1));
        var column = choice.column(g, best.get(1), step);
        var token = SearchInputs.flat(g, round.output().tokens(g, column));

        var done = now.get(DONE);
        var carried = new ArrayList<>(List.of(token, SearchInputs.ends(g, done, token, step, round.lastSteps())));
        if (choice.isScored()) {
            carried.add(g.node("Add", List.of(now.get(SCORE), gained(g, scores, best, column, done))));
        }
        carried.add(g.node("Concat", List.of(before, column), Attributes.of("axis", 1)));
        carried.addAll(next.state());
        var looks = looks() ? next.attention().map(weights -> SearchInputs.flat(g, weights)) : Optional.<Value>empty();
        return new Next(carried, looks);
    }

    /** What this step adds to the hypotheses' log-probabilities, [B]. */
    private Value gained(GraphBuilder g, Value scores, List<Value> best, Value column, Value done) {
        var logProbabilities = LogProbabilities.of(g, scores, best.get(0), best.get(1));
        var gain = choice.gain(g, logProbabilities, scores, column);
        return g.node("Where", List.of(done, g.scalar(0f), SearchInputs.flat(g, gain)));
    }
}
