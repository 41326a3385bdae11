package io.lingoduct.training.export.search;

import io.lingoduct.training.export.network.DecoderNodes;
import io.lingoduct.training.export.network.DecoderState;
import io.lingoduct.training.export.onnx.Attributes;
import io.lingoduct.training.export.onnx.GraphBuilder;
import io.lingoduct.training.export.onnx.GraphBuilder.Type;
import io.lingoduct.training.export.onnx.GraphBuilder.Value;
import io.lingoduct.training.export.onnx.Vectors;
import io.lingoduct.training.export.output.LogProbabilities;
import io.lingoduct.training.export.output.OutputColumns;
import io.lingoduct.training.export.output.RepetitionNodes;
import io.lingoduct.training.network.Seq2Seq;
import java.util.List;
import java.util.Optional;

/**
 * Beam search over N = B·K rows. At each step every hypothesis offers its K best continuations, and each
 * source keeps the K best of its K·K offers by log-probability. A finished hypothesis stays among them with the score it
 * has and says padding; a source is done when all of its hypotheses are. At the end the best log-probability per length to
 * the power of the penalty wins, less what the source's neglected positions cost.
 *
 * <p>Nothing that happens to one source depends on the others: a done source does not change while the loop goes on.
 *
 * @param withoutRepetition whether the caller may limit repetition, see {@link RepetitionNodes}
 */
public record BeamSteps(DecoderNodes decoder, boolean withoutRepetition) implements SearchSteps<BeamSteps.State> {

    /**
     * State between two steps.
     *
     * @param last [N] int64, the tokens said last
     * @param done [N] bool, hypotheses that have ended
     * @param scores [N], their log-probabilities
     * @param lengths [N] int64
     * @param said [N, T] int64, columns
     * @param coverage [N, S], see {@link CoveragePenalty}; empty where the network has no attention
     */
    record State(
            Value last,
            Value done,
            Value scores,
            Value lengths,
            Value said,
            Optional<Value> coverage,
            DecoderState decoder)
            implements SearchSteps.State<State> {

        @Override
        public State map(Visitor visitor) {
            return new State(
                    visitor.step("last", Type.INT64, last, "N"),
                    visitor.step("done", Type.BOOL, done, "N"),
                    visitor.result("scores", Type.FLOAT, scores, "N"),
                    visitor.result("lengths", Type.INT64, lengths, "N"),
                    visitor.columns("said", Type.INT64, said),
                    coverage.map(value -> visitor.result("coverage", Type.FLOAT, value, "N", "S")),
                    decoder.map(visitor));
        }
    }

    /** @param output columns that each source may say */
    public SearchResults add(GraphBuilder g, SearchInputs inputs, OutputColumns output, SearchLoop loop) {
        var sizes = BeamSizes.of(g, inputs);
        var ended = loop.run(g, this, inputs, output).state();
        return ranked(g, inputs, output, sizes, ended);
    }

    private static SearchResults ranked(
            GraphBuilder g, SearchInputs inputs, OutputColumns output, BeamSizes sizes, State ended) {
        var logProbabilities = g.node("Reshape", List.of(ended.scores(), sizes.shape())); // [B, K]
        var lengths = g.node("Reshape", List.of(ended.lengths(), sizes.shape())); // [B, K]
        var normalized = inputs.normalized(g, logProbabilities, lengths); // [B, K]
        var scores = ended.coverage()
                .map(coverage -> CoveragePenalty.of(g, coverage, inputs, sizes))
                .map(penalty -> g.node("Add", List.of(normalized, penalty)))
                .orElse(normalized);
        var order = g.nodes("TopK", 2, List.of(scores, sizes.beam()), Attributes.of("axis", 1)); // [B, K] each
        var tokens = Hypotheses.padded(g, output.tokens(g, ended.said()), ended.lengths()); // [N, T]
        var inOrder = g.node("Gather", List.of(tokens, sizes.rowsOf(g, order.get(1))));
        var width = g.node("Shape", List.of(tokens), Attributes.of("start", 1));
        var exact = g.node("Concat", List.of(sizes.shape(), width), Attributes.of("axis", 0));
        return best(g, g.node("Reshape", List.of(inOrder, exact)), order.get(0), inputs.noAttention(g));
    }

    private static SearchResults best(GraphBuilder g, Value ids, Value scores, Value attention) {
        var first = g.node("Gather", List.of(ids, g.scalar(0)), Attributes.of("axis", 1)); // [B, T]
        var firstScore = g.node("Gather", List.of(scores, g.scalar(0)), Attributes.of("axis", 1)); // [B]
        return new SearchResults(first, firstScore, ids, scores, attention);
    }

    @Override
    public String name() {
        return "beam";
    }

    @Override
    public State start(GraphBuilder g, SearchedSources sources) {
        var sizes = sources.sizes();
        var rows = sizes.rows();
        // Of the K equal hypotheses at the start only the first may continue, or all K would stay equal.
        var scores = g.node("Expand", List.of(firstOnly(g, sizes), sizes.shape()));
        return new State(
                Hypotheses.begin(g, rows),
                Vectors.fill(g, g.scalar(false), rows),
                flat(g, scores),
                Vectors.fill(g, g.scalar(0), rows),
                Vectors.noColumns(g, rows),
                decoder.attends() ? Optional.of(CoveragePenalty.start(g, sources)) : Optional.empty(),
                sources.start(g));
    }

    @Override
    public Value sourcesDone(GraphBuilder g, State state, BeamSizes sizes) {
        var flags = g.cast(state.done(), Type.INT64);
        var perSource = g.node("Reshape", List.of(flags, sizes.shape()));
        return g.node(
                "ReduceMin", List.of(perSource), Attributes.of("axes", new long[] {1}), Attributes.of("keepdims", 0));
    }

    @Override
    public Next<State> step(GraphBuilder g, Value step, State now, SearchedSources sources) {
        var output = sources.output();
        var next = decoder.step(g, now.last(), now.decoder(), sources.inputs().source());
        var scores = output.scores(g, next.readout());
        var allowed = withoutRepetition
                ? RepetitionNodes.without(
                        g, scores, now.said(), step, sources.inputs().options().noRepeatNgram())
                : scores;
        var kept = keep(g, allowed, now.done(), now.scores(), sources.sizes());

        var token = output.tokens(g, kept.columns());
        var doneBefore = ofParents(g, now.done(), kept);
        var longer = g.node("Where", List.of(doneBefore, g.scalar(0), g.scalar(1)));
        var lengths = ofParents(g, now.lengths(), kept);
        var history = ofParents(g, now.said(), kept);
        var column = Vectors.column(g, kept.columns());
        var done = Hypotheses.ends(g, doneBefore, token, step, sources.lastSteps());
        var longerLengths = g.node("Add", List.of(lengths, longer));
        var said = g.node("Concat", List.of(history, column), Attributes.of("axis", 1));
        var coverage = now.coverage()
                .map(before -> CoveragePenalty.after(g, before, next.attention().orElseThrow(), now.done()));
        var after = new State(
                token,
                done,
                kept.scores(),
                longerLengths,
                said,
                coverage.map(value -> ofParents(g, value, kept)),
                next.state().map(each -> ofParents(g, each.value(), kept)));
        return new Next<>(after, Optional.empty());
    }

    /** Rows [N, ..] of the hypotheses that the kept ones continue. */
    private static Value ofParents(GraphBuilder g, Value rows, Kept kept) {
        return g.node("Gather", List.of(rows, kept.parents()));
    }

    /**
     * The hypotheses after a step.
     *
     * @param scores [N]
     * @param parents [N], rows before the step
     * @param columns [N], the column that each says; 0 where its parent was done
     */
    private record Kept(Value scores, Value parents, Value columns) {}

    private static Kept keep(GraphBuilder g, Value allowed, Value done, Value scores, BeamSizes sizes) {
        var offers = g.nodes("TopK", 2, List.of(allowed, sizes.beam()), Attributes.of("axis", 1)); // [N, K] each
        var highest = firstColumn(g, offers.get(0));
        var logProbabilities = LogProbabilities.of(g, allowed, highest, firstColumn(g, offers.get(1)));
        var offered = logProbabilities.of(g, offers.get(0));
        var doneColumn = Vectors.column(g, done);
        var gains = g.node("Where", List.of(doneColumn, firstOnly(g, sizes), offered));
        var columns = g.node("Where", List.of(doneColumn, g.scalar(0), offers.get(1)));

        var offerShape = g.node("Concat", List.of(sizes.sources(), sizes.offers()), Attributes.of("axis", 0));
        var sums = g.node("Add", List.of(gains, Vectors.column(g, scores)));
        var totals = g.node("Reshape", List.of(sums, offerShape)); // [B, K·K]
        var best = g.nodes("TopK", 2, List.of(totals, sizes.beam()), Attributes.of("axis", 1)); // [B, K] each
        var parents = sizes.rowsOf(g, g.node("Div", List.of(best.get(1), sizes.beam())));
        var kept = g.node(
                "GatherElements",
                List.of(g.node("Reshape", List.of(columns, offerShape)), best.get(1)),
                Attributes.of("axis", 1));
        return new Kept(flat(g, best.get(0)), parents, flat(g, kept));
    }

    /** [K]: nothing for the first of a source's hypotheses, and next to minus infinity for the others. */
    private static Value firstOnly(GraphBuilder g, BeamSizes sizes) {
        var first = g.node("Equal", List.of(Vectors.positions(g, sizes.beam()), g.scalar(0)));
        return g.node("Where", List.of(first, g.scalar(0f), g.scalar(Seq2Seq.IMPOSSIBLE)));
    }

    /** [N, K] to [N, 1]. */
    private static Value firstColumn(GraphBuilder g, Value columns) {
        return g.node("Slice", List.of(columns, g.longs(0), g.longs(1), g.longs(1)));
    }

    private static Value flat(GraphBuilder g, Value perSource) {
        return g.node("Reshape", List.of(perSource, g.longs(-1)));
    }
}
