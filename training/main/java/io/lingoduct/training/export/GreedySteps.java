package io.lingoduct.training.export;

import io.lingoduct.training.export.GraphBuilder.Type;
import io.lingoduct.training.export.GraphBuilder.Value;
import io.lingoduct.training.vocabulary.VocabularyBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Greedy search: each row takes its best token until it ends; then it says padding. */
record GreedySteps(DecoderNodes decoder, GreedyChoice choice) implements SearchSteps {

    private static final int SCORE = 2;
    private static final int LENGTH = 3;
    private static final int SAID = 4;
    private static final int STATE = 5;

    /** @param output what may be said */
    SearchResults add(GraphBuilder g, SearchInputs inputs, OutputNodes output, SearchLoop loop) {
        var ended = loop.run(g, this, inputs, output);
        var lengths = ended.values().get(1);
        var attention = ended.looks()
                .map(looks -> g.node("Transpose", List.of(looks), Attributes.of("perm", new long[] {1, 0, 2})))
                .orElseGet(() -> inputs.noAttention(g));
        return SearchResults.single(
                g,
                SearchInputs.tokens(g, output, ended.values().get(2), lengths),
                inputs.normalized(g, ended.values().get(0), lengths),
                attention);
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
        carried.add(Carried.result("score", Type.FLOAT, SearchInputs.fill(g, g.scalar(0f), rows), "N"));
        carried.add(Carried.result("length", Type.INT64, SearchInputs.fill(g, g.scalar(0), rows), "N"));
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
        var done = now.get(DONE);
        var said = now.get(SAID);
        var state = now.subList(STATE, now.size());
        var next = decoder.step(g, now.get(LAST), state, round.inputs().source(), round.output());
        var scores = choice.allowed(g, next.scores(), said, step);
        // Half as long as ArgMax takes in ONNX Runtime. [B, 1] each
        var best = g.nodes("TopK", 2, List.of(scores, g.longs(1)), Attributes.of("axis", 1));
        var taken = choice.column(g, SearchInputs.flat(g, best.get(1)), step);
        var chosen = g.node("Where", List.of(done, g.scalar(0), taken)); // [B]
        var column = SearchInputs.column(g, chosen);
        var longer = g.node("Where", List.of(done, g.scalar(0), g.scalar(1)));
        var token = round.output().tokens(g, chosen);
        var lastSteps = choice.lastSteps(g, round.lastSteps(), step);

        var carried = new ArrayList<>(List.of(token, SearchInputs.ends(g, done, token, step, lastSteps)));
        carried.add(
                choice.isScored()
                        ? g.node("Add", List.of(now.get(SCORE), gained(g, scores, best, column, done)))
                        : g.node("Identity", List.of(now.get(SCORE))));
        carried.add(g.node("Add", List.of(now.get(LENGTH), longer)));
        carried.add(g.node("Concat", List.of(said, column), Attributes.of("axis", 1)));
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
