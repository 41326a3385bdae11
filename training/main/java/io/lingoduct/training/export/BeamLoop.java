package io.lingoduct.training.export;

import io.lingoduct.training.export.GraphBuilder.Type;
import io.lingoduct.training.export.GraphBuilder.Value;
import io.lingoduct.training.vocabulary.VocabularyBuilder;
import java.util.ArrayList;
import java.util.List;

/**
 * Beam search as one ONNX Loop over N = B·K rows. At each step every hypothesis offers its K best continuations, and each
 * source keeps the K best of its K·K offers by log-probability. A finished hypothesis stays among them with the score it
 * has and says padding; a source is done when all of its hypotheses are. At the end the best log-probability per length to
 * the power of the penalty wins, less what the source's neglected positions cost.
 *
 * <p>Nothing that happens to one source depends on the others: a done source does not change while the loop goes on.
 */
final class BeamLoop {

    private static final float IMPOSSIBLE = -1e9f;
    private static final int SCORES = 2;
    private static final int LENGTHS = 3;
    private static final int SAID = 4;

    private final DecoderNodes decoder;
    private final OutputNodes output;

    /** @param output what each of the N rows may say */
    BeamLoop(DecoderNodes decoder, OutputNodes output) {
        this.decoder = decoder;
        this.output = output;
    }

    SearchResults add(GraphBuilder g, SearchInputs inputs, BeamSizes sizes) {
        // Of the K equal hypotheses at the start only the first may continue, or all K would stay equal.
        var firstOnly = g.node("Equal", List.of(SearchInputs.positions(g, sizes.beam()), g.scalar(0)));
        var startScores = g.node("Where", List.of(firstOnly, g.scalar(0f), g.scalar(IMPOSSIBLE)));
        var body = body(g.subgraph("beam_step"), inputs, sizes, firstOnly);

        var initial = new ArrayList<>(List.of(inputs.maxLength(), g.scalar(true)));
        initial.add(SearchInputs.fill(g, g.scalar(VocabularyBuilder.BOS), sizes.rows()));
        initial.add(SearchInputs.fill(g, g.scalar(false), sizes.rows()));
        initial.add(g.node("Expand", List.of(startScores, sizes.shape())));
        initial.add(SearchInputs.fill(g, g.scalar(0), sizes.rows()));
        initial.add(SearchInputs.nothingSaid(g, sizes.rows()));
        if (decoder.attends()) {
            initial.add(Coverage.start(g, inputs, sizes));
        }
        inputs.source().start().forEach(state -> initial.add(sizes.repeated(g, state)));
        var results = g.nodes("Loop", initial.size() - 2, initial, Attributes.of("body", body.build()));
        return ranked(g, inputs, sizes, results);
    }

    private SearchResults ranked(GraphBuilder g, SearchInputs inputs, BeamSizes sizes, List<Value> results) {
        var lengths = g.node("Reshape", List.of(results.get(LENGTHS), sizes.shape())); // [B, K]
        var scores = inputs.normalized(g, results.get(SCORES), lengths); // [B, K]
        if (decoder.attends()) {
            var penalty = Coverage.penalty(g, results.get(SAID + 1), inputs, sizes);
            scores = g.node("Add", List.of(scores, penalty));
        }
        var order = g.nodes("TopK", 2, List.of(scores, sizes.beam()), Attributes.of("axis", 1)); // [B, K] each
        var tokens = SearchInputs.tokens(g, output, results.get(SAID), results.get(LENGTHS)); // [N, T]
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

    private GraphBuilder body(GraphBuilder g, SearchInputs inputs, BeamSizes sizes, Value firstOnly) {
        var step = g.input("step", Type.INT64);
        g.input("running", Type.BOOL);
        var last = g.input("last", Type.INT64, "N");
        var done = g.input("done", Type.BOOL, "N");
        var scores = g.input("scores", Type.FLOAT, "B", "K");
        var lengths = g.input("lengths", Type.INT64, "N");
        var said = g.input("said", Type.INT64, "N", "T");
        var coverage = decoder.attends() ? Coverage.input(g) : null;
        var state = decoder.stateInputs(g, "N");
        var next = decoder.step(g, last, state, inputs.source(), output);
        var allowed = RepetitionNodes.without(g, next.scores(), said, step, inputs.noRepeatNgram());
        var logProbabilities = g.node("LogSoftmax", List.of(allowed), Attributes.of("axis", 1));
        var kept = keep(g, logProbabilities, done, scores, sizes, firstOnly);

        var token = output.tokens(g, kept.columns());
        var doneBefore = g.node("Gather", List.of(done, kept.parents()));
        var longer = g.node("Where", List.of(doneBefore, g.scalar(0), g.scalar(1)));
        var lengthsNow = g.node("Add", List.of(g.node("Gather", List.of(lengths, kept.parents())), longer));
        var doneNow = SearchInputs.ends(g, doneBefore, token, step, sizes.repeated(g, inputs.rowLimits()));
        var history = g.node("Gather", List.of(said, kept.parents()));
        var saidNow =
                g.node("Concat", List.of(history, SearchInputs.column(g, kept.columns())), Attributes.of("axis", 1));

        g.output("running_next", SearchInputs.anyLeft(g, doneNow), Type.BOOL);
        g.output("last_next", token, Type.INT64, "N");
        g.output("done_next", doneNow, Type.BOOL, "N");
        g.output("scores_next", kept.scores(), Type.FLOAT, "B", "K");
        g.output("lengths_next", lengthsNow, Type.INT64, "N");
        g.output("said_next", saidNow, Type.INT64, "N", "T_next");
        if (coverage != null) {
            var covered = Coverage.after(g, coverage, next.attention().orElseThrow(), done);
            g.output("coverage_next", g.node("Gather", List.of(covered, kept.parents())), Type.FLOAT, "N", "S");
        }
        var states = next.state().stream()
                .map(value -> g.node("Gather", List.of(value, kept.parents())))
                .toList();
        decoder.stateOutputs(g, states, "N");
        return g;
    }

    /**
     * The hypotheses after a step.
     *
     * @param scores [B, K]
     * @param parents [N], rows before the step
     * @param columns [N], what each said; 0 where its parent was done
     */
    private record Kept(Value scores, Value parents, Value columns) {}

    private static Kept keep(
            GraphBuilder g, Value logProbabilities, Value done, Value scores, BeamSizes sizes, Value firstOnly) {
        var offers =
                g.nodes("TopK", 2, List.of(logProbabilities, sizes.beam()), Attributes.of("axis", 1)); // [N, K] each
        var doneColumn = SearchInputs.column(g, done);
        var standStill = g.node("Where", List.of(firstOnly, g.scalar(0f), g.scalar(IMPOSSIBLE)));
        var gains = g.node("Where", List.of(doneColumn, standStill, offers.get(0)));
        var columns = g.node("Where", List.of(doneColumn, g.scalar(0), offers.get(1)));

        var scoreColumn = g.node("Reshape", List.of(scores, g.longs(-1, 1))); // [N, 1]
        var offerShape = g.node("Concat", List.of(sizes.sources(), sizes.offers()), Attributes.of("axis", 0));
        var totals = g.node("Reshape", List.of(g.node("Add", List.of(gains, scoreColumn)), offerShape)); // [B, K·K]
        var best = g.nodes("TopK", 2, List.of(totals, sizes.beam()), Attributes.of("axis", 1)); // [B, K] each
        var parents = sizes.rowsOf(g, g.node("Div", List.of(best.get(1), sizes.beam())));
        var kept = g.node(
                "GatherElements",
                List.of(g.node("Reshape", List.of(columns, offerShape)), best.get(1)),
                Attributes.of("axis", 1));
        return new Kept(best.get(0), parents, g.node("Reshape", List.of(kept, g.longs(-1))));
    }
}
