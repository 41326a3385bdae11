package io.lingoduct.training.export;

import io.lingoduct.training.export.GraphBuilder.Type;
import io.lingoduct.training.export.GraphBuilder.Value;
import io.lingoduct.training.vocabulary.VocabularyBuilder;
import java.util.ArrayList;
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
record BeamSteps(DecoderNodes decoder, boolean withoutRepetition) implements SearchSteps {

    private static final float IMPOSSIBLE = -1e9f;
    private static final int SCORES = 2;
    private static final int LENGTHS = 3;
    private static final int SAID = 4;
    private static final int COVERAGE = 5;

    /** @param output what each source may say */
    SearchResults add(GraphBuilder g, SearchInputs inputs, OutputNodes output, SearchLoop loop) {
        var sizes = BeamSizes.of(g, inputs);
        return ranked(
                g, inputs, output, sizes, loop.run(g, this, inputs, output).values());
    }

    private SearchResults ranked(
            GraphBuilder g, SearchInputs inputs, OutputNodes output, BeamSizes sizes, List<Value> ended) {
        var logProbabilities = g.node("Reshape", List.of(ended.get(0), sizes.shape())); // [B, K]
        var lengths = g.node("Reshape", List.of(ended.get(1), sizes.shape())); // [B, K]
        var scores = inputs.normalized(g, logProbabilities, lengths); // [B, K]
        if (decoder.attends()) {
            var penalty = Coverage.penalty(g, ended.get(3), inputs, sizes);
            scores = g.node("Add", List.of(scores, penalty));
        }
        var order = g.nodes("TopK", 2, List.of(scores, sizes.beam()), Attributes.of("axis", 1)); // [B, K] each
        var tokens = SearchInputs.tokens(g, output, ended.get(2), ended.get(1)); // [N, T]
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
    public List<Carried> start(GraphBuilder g, Round round) {
        var sizes = round.sizes();
        var rows = sizes.rows();
        // Of the K equal hypotheses at the start only the first may continue, or all K would stay equal.
        var startScores = g.node("Expand", List.of(firstOnly(g, sizes), sizes.shape()));
        var carried = new ArrayList<Carried>();
        carried.add(Carried.step("last", Type.INT64, SearchInputs.fill(g, g.scalar(VocabularyBuilder.BOS), rows), "N"));
        carried.add(Carried.step("done", Type.BOOL, SearchInputs.fill(g, g.scalar(false), rows), "N"));
        carried.add(Carried.result("scores", Type.FLOAT, flat(g, startScores), "N"));
        carried.add(Carried.result("lengths", Type.INT64, SearchInputs.fill(g, g.scalar(0), rows), "N"));
        carried.add(Carried.columns("said", Type.INT64, SearchInputs.nothingSaid(g, rows)));
        if (decoder.attends()) {
            carried.add(Carried.result("coverage", Type.FLOAT, Coverage.start(g, round), "N", "S"));
        }
        carried.addAll(decoder.start(g, round));
        return carried;
    }

    @Override
    public Value sourcesDone(GraphBuilder g, List<Value> carried, BeamSizes sizes) {
        var flags = WeightNodes.cast(g, carried.get(DONE), Type.INT64);
        var perSource = g.node("Reshape", List.of(flags, sizes.shape()));
        return g.node(
                "ReduceMin", List.of(perSource), Attributes.of("axes", new long[] {1}), Attributes.of("keepdims", 0));
    }

    @Override
    public Next step(GraphBuilder g, Value step, List<Value> now, Round round) {
        var inputs = round.inputs();
        var sizes = round.sizes();
        var done = now.get(DONE);
        var said = now.get(SAID);
        var state = now.subList(decoder.attends() ? COVERAGE + 1 : COVERAGE, now.size());
        var next = decoder.step(g, now.get(LAST), state, inputs.source(), round.output());
        var allowed = withoutRepetition
                ? RepetitionNodes.without(g, next.scores(), said, step, inputs.noRepeatNgram())
                : next.scores();
        var kept = keep(g, allowed, done, now.get(SCORES), sizes);

        var token = round.output().tokens(g, kept.columns());
        var doneBefore = g.node("Gather", List.of(done, kept.parents()));
        var longer = g.node("Where", List.of(doneBefore, g.scalar(0), g.scalar(1)));
        var lengths = g.node("Gather", List.of(now.get(LENGTHS), kept.parents()));
        var history = g.node("Gather", List.of(said, kept.parents()));
        var column = SearchInputs.column(g, kept.columns());

        var carried = new ArrayList<>(List.of(token));
        carried.add(SearchInputs.ends(g, doneBefore, token, step, round.lastSteps()));
        carried.add(kept.scores());
        carried.add(g.node("Add", List.of(lengths, longer)));
        carried.add(g.node("Concat", List.of(history, column), Attributes.of("axis", 1)));
        var ofParents = new ArrayList<Value>();
        next.attention().ifPresent(looks -> ofParents.add(Coverage.after(g, now.get(COVERAGE), looks, done)));
        ofParents.addAll(next.state());
        ofParents.forEach(value -> carried.add(g.node("Gather", List.of(value, kept.parents()))));
        return new Next(carried, Optional.empty());
    }

    /**
     * The hypotheses after a step.
     *
     * @param scores [N]
     * @param parents [N], rows before the step
     * @param columns [N], what each said; 0 where its parent was done
     */
    private record Kept(Value scores, Value parents, Value columns) {}

    private static Kept keep(GraphBuilder g, Value allowed, Value done, Value scores, BeamSizes sizes) {
        var offers = g.nodes("TopK", 2, List.of(allowed, sizes.beam()), Attributes.of("axis", 1)); // [N, K] each
        var highest = firstColumn(g, offers.get(0));
        var logProbabilities = LogProbabilities.of(g, allowed, highest, firstColumn(g, offers.get(1)));
        var offered = logProbabilities.of(g, offers.get(0));
        var doneColumn = SearchInputs.column(g, done);
        var gains = g.node("Where", List.of(doneColumn, firstOnly(g, sizes), offered));
        var columns = g.node("Where", List.of(doneColumn, g.scalar(0), offers.get(1)));

        var offerShape = g.node("Concat", List.of(sizes.sources(), sizes.offers()), Attributes.of("axis", 0));
        var sums = g.node("Add", List.of(gains, SearchInputs.column(g, scores)));
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
        var first = g.node("Equal", List.of(SearchInputs.positions(g, sizes.beam()), g.scalar(0)));
        return g.node("Where", List.of(first, g.scalar(0f), g.scalar(IMPOSSIBLE)));
    }

    /** [N, K] to [N, 1]. */
    private static Value firstColumn(GraphBuilder g, Value columns) {
        return g.node("Slice", List.of(columns, g.longs(0), g.longs(1), g.longs(1)));
    }

    private static Value flat(GraphBuilder g, Value perSource) {
        return g.node("Reshape", List.of(perSource, g.longs(-1)));
    }
}
