package io.lingoduct.training.export.search;

import io.lingoduct.model.graph.SearchChoice;
import io.lingoduct.training.export.network.DecoderNodes;
import io.lingoduct.training.export.network.DecoderState;
import io.lingoduct.training.export.onnx.Attributes;
import io.lingoduct.training.export.onnx.GraphBuilder;
import io.lingoduct.training.export.onnx.GraphBuilder.Type;
import io.lingoduct.training.export.onnx.GraphBuilder.Value;
import io.lingoduct.training.export.onnx.Vectors;
import io.lingoduct.training.export.output.LogProbabilities;
import io.lingoduct.training.export.output.OutputColumns;
import io.lingoduct.training.vocabulary.VocabularyBuilder;
import java.util.List;
import java.util.Optional;

/** Greedy search: each row takes its best token until it ends; tokens after that play no part. */
public record GreedySteps(DecoderNodes decoder, GreedyChoice choice) implements SearchSteps<GreedySteps.State> {

    /**
     * State between two steps.
     *
     * @param last [B] int64, the tokens said last
     * @param done [B] bool, rows that have ended
     * @param score [B], the log-probability of each hypothesis; empty where nobody asks for it
     * @param said [B, T] int64, columns
     */
    record State(Value last, Value done, Optional<Value> score, Value said, DecoderState decoder)
            implements SearchSteps.State<State> {

        @Override
        public State map(Visitor visitor) {
            return new State(
                    visitor.step("last", Type.INT64, last, "N"),
                    visitor.step("done", Type.BOOL, done, "N"),
                    score.map(value -> visitor.result("score", Type.FLOAT, value, "N")),
                    visitor.columns("said", Type.INT64, said),
                    decoder.map(visitor));
        }
    }

    /** @param output columns that may be said */
    public SearchResults add(GraphBuilder g, SearchInputs given, OutputColumns output, SearchLoop loop) {
        var inputs = given.withRowLimits(choice.limits(g, given.rowLimits()));
        var ended = loop.run(g, this, inputs, output);
        var tokens = output.tokens(g, ended.state().said());
        var lengths = lengths(g, tokens, inputs.rowLimits());
        var scores = ended.state()
                .score()
                .map(score -> inputs.normalized(g, score, lengths))
                .orElseGet(() -> Vectors.fill(g, g.scalar(0f), inputs.rows()));
        var attention = ended.looks()
                .map(looks -> g.node("Transpose", List.of(looks), Attributes.of("perm", new long[] {1, 0, 2})))
                .orElseGet(() -> inputs.noAttention(g));
        return SearchResults.single(g, Hypotheses.padded(g, tokens, lengths), scores, attention);
    }

    /** [B]: the tokens of each row of [B, T], up to the first end of a sentence or the row's limit. */
    private static Value lengths(GraphBuilder g, Value tokens, Value limits) {
        var width = g.node("Shape", List.of(tokens), Attributes.of("start", 1));
        var counts = g.node("Add", List.of(Vectors.positions(g, width), g.scalar(1))); // [T]
        var ends = g.node("Equal", List.of(tokens, g.scalar(VocabularyBuilder.EOS)));
        var endsAfter = g.node("Where", List.of(ends, counts, width)); // [B, T]
        var first = g.node(
                "ReduceMin", List.of(endsAfter), Attributes.of("axes", new long[] {1}), Attributes.of("keepdims", 0));
        return g.node("Min", List.of(first, limits));
    }

    /** Whether the caller sees where it looked. */
    public boolean looks() {
        return choice.showsAttention() && decoder.attends();
    }

    @Override
    public String name() {
        return SearchChoice.GREEDY.branch();
    }

    @Override
    public State start(GraphBuilder g, SearchedSources sources) {
        var rows = sources.inputs().rows();
        return new State(
                Hypotheses.begin(g, rows),
                Vectors.fill(g, g.scalar(false), rows),
                choice.isScored() ? Optional.of(Vectors.fill(g, g.scalar(0f), rows)) : Optional.empty(),
                Vectors.noColumns(g, rows),
                sources.start(g));
    }

    @Override
    public Value sourcesDone(GraphBuilder g, State state, BeamSizes sizes) {
        return g.cast(state.done(), Type.INT64);
    }

    @Override
    public Next<State> step(GraphBuilder g, Value step, State now, SearchedSources sources) {
        var output = sources.output();
        var next = decoder.step(g, now.last(), now.decoder(), sources.inputs().source());
        var scores = choice.allowed(g, output.scores(g, next.readout()), now.said(), step);
        // Half as long as ArgMax takes in ONNX Runtime. [B, 1] each
        var best = g.nodes("TopK", 2, List.of(scores, g.longs(1)), Attributes.of("axis", 1));
        var column = choice.column(g, best.get(1), step);
        var token = Vectors.flat(g, output.tokens(g, column));
        var after = new State(
                token,
                Hypotheses.ends(g, now.done(), token, step, sources.lastSteps()),
                now.score().map(score -> scored(g, score, gain(g, scores, best, column), now.done())),
                g.node("Concat", List.of(now.said(), column), Attributes.of("axis", 1)),
                next.state());
        var looks = looks() ? next.attention().map(weights -> Vectors.flat(g, weights)) : Optional.<Value>empty();
        return new Next<>(after, looks);
    }

    /** The log-probability [B, 1] of the column that each row takes. */
    private Value gain(GraphBuilder g, Value scores, List<Value> best, Value column) {
        var logProbabilities = LogProbabilities.of(g, scores, best.get(0), best.get(1));
        return choice.gain(g, logProbabilities, scores, column);
    }

    /** [B]: the score of each hypothesis after a step, which adds nothing to one that was done. */
    private static Value scored(GraphBuilder g, Value score, Value gain, Value done) {
        var gained = g.node("Where", List.of(done, g.scalar(0f), Vectors.flat(g, gain)));
        return g.node("Add", List.of(score, gained));
    }
}
