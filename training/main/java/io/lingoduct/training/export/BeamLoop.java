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
 * the power of the penalty wins.
 *
 * <p>Nothing that happens to one source depends on the others: a done source does not change while the loop goes on.
 */
final class BeamLoop {

    private static final float IMPOSSIBLE = -1e9f;

    private final DecoderNodes decoder;

    BeamLoop(DecoderNodes decoder) {
        this.decoder = decoder;
    }

    /** Sizes that the loop needs again and again, all vectors of one but the last: B, K, N, K·K and [B, K]. */
    private record Sizes(Value sources, Value beam, Value rows, Value offers, Value beamShape) {}

    /**
     * @param beamSize K as a scalar
     * @return target ids [B, T] and scores [B] of the best hypotheses
     */
    List<Value> add(GraphBuilder g, SearchInputs inputs, Value beamSize) {
        var beam = g.node("Reshape", List.of(beamSize, g.longs(1)));
        var rows = g.node("Mul", List.of(inputs.rows(), beam));
        var sizes = new Sizes(
                inputs.rows(),
                beam,
                rows,
                g.node("Mul", List.of(beam, beam)),
                g.node("Concat", List.of(inputs.rows(), beam), Attributes.of("axis", 0)));
        var firstRows = firstRows(g, sizes); // [B, 1]
        // Of the K equal hypotheses at the start only the first may continue, or all K would stay equal.
        var firstOnly = g.node("Equal", List.of(positions(g, beam), g.scalar(0)));
        var startScores = g.node("Where", List.of(firstOnly, g.scalar(0f), g.scalar(IMPOSSIBLE)));
        var body = body(g.subgraph("beam_step"), inputs, sizes, firstRows, firstOnly);

        var initial = new ArrayList<>(List.of(inputs.maxLength(), g.scalar(true)));
        initial.add(SearchInputs.fill(g, g.scalar(VocabularyBuilder.BOS), rows));
        initial.add(SearchInputs.fill(g, g.scalar(false), rows));
        initial.add(g.node("Expand", List.of(startScores, sizes.beamShape())));
        initial.add(SearchInputs.fill(g, g.scalar(0), rows));
        initial.add(noTokens(g, rows));
        inputs.source().start().forEach(state -> initial.add(repeated(g, state, sizes)));
        var results = g.nodes("Loop", initial.size() - 2, initial, Attributes.of("body", body.build()));
        return best(g, inputs, sizes, firstRows, results);
    }

    private List<Value> best(GraphBuilder g, SearchInputs inputs, Sizes sizes, Value firstRows, List<Value> results) {
        var lengths = g.node("Reshape", List.of(results.get(3), sizes.beamShape())); // [B, K]
        var scores = inputs.normalized(g, results.get(2), lengths); // [B, K]
        var winner = g.node("ArgMax", List.of(scores), Attributes.of("axis", 1)); // [B, 1]
        var score = g.node("GatherElements", List.of(scores, winner), Attributes.of("axis", 1));
        var row = flat(g, g.node("Add", List.of(firstRows, winner)));
        return List.of(g.node("Gather", List.of(results.get(4), row)), flat(g, score));
    }

    private GraphBuilder body(GraphBuilder g, SearchInputs inputs, Sizes sizes, Value firstRows, Value firstOnly) {
        var step = g.input("step", Type.INT64);
        g.input("running", Type.BOOL);
        var last = g.input("last", Type.INT64, "N");
        var done = g.input("done", Type.BOOL, "N");
        var scores = g.input("scores", Type.FLOAT, "B", "K");
        var lengths = g.input("lengths", Type.INT64, "N");
        var said = g.input("said", Type.INT64, "N", "T");
        var state = new ArrayList<Value>();
        for (int i = 0; i < decoder.stateSize(); i++) {
            state.add(g.input("state", Type.FLOAT, "N", "D" + i));
        }
        var queryShape = g.node("Concat", List.of(sizes.beamShape(), g.longs(-1)), Attributes.of("axis", 0));
        var next = decoder.step(g, last, state, inputs.source(), queryShape);
        var logProbabilities = g.node("LogSoftmax", List.of(next.logits()), Attributes.of("axis", 1));
        var offers =
                g.nodes("TopK", 2, List.of(logProbabilities, sizes.beam()), Attributes.of("axis", 1)); // [N, K] each

        var doneColumn = g.node("Unsqueeze", List.of(done, g.longs(1)));
        var standStill = g.node("Where", List.of(firstOnly, g.scalar(0f), g.scalar(IMPOSSIBLE)));
        var gains = g.node("Where", List.of(doneColumn, standStill, offers.get(0)));
        var tokens = g.node("Where", List.of(doneColumn, g.scalar(VocabularyBuilder.PAD), offers.get(1)));

        var scoreColumn = g.node("Reshape", List.of(scores, g.longs(-1, 1))); // [N, 1]
        var offerShape = g.node("Concat", List.of(sizes.sources(), sizes.offers()), Attributes.of("axis", 0));
        var totals = g.node("Reshape", List.of(g.node("Add", List.of(gains, scoreColumn)), offerShape)); // [B, K·K]
        var best = g.nodes("TopK", 2, List.of(totals, sizes.beam()), Attributes.of("axis", 1)); // [B, K] each

        var parent = g.node("Add", List.of(g.node("Div", List.of(best.get(1), sizes.beam())), firstRows));
        var rows = g.node("Reshape", List.of(parent, g.longs(-1))); // [N]
        var keptTokens = g.node(
                "GatherElements",
                List.of(g.node("Reshape", List.of(tokens, offerShape)), best.get(1)),
                Attributes.of("axis", 1));
        var token = g.node("Reshape", List.of(keptTokens, g.longs(-1))); // [N]
        var doneBefore = g.node("Gather", List.of(done, rows));
        var longer = g.node("Where", List.of(doneBefore, g.scalar(0), g.scalar(1)));
        var lengthsNow = g.node("Add", List.of(g.node("Gather", List.of(lengths, rows)), longer));
        var doneNow = SearchInputs.ends(g, doneBefore, token, step, repeated(g, inputs.rowLimits(), sizes));
        var history = g.node("Gather", List.of(said, rows));
        var saidNow = g.node(
                "Concat", List.of(history, g.node("Unsqueeze", List.of(token, g.longs(1)))), Attributes.of("axis", 1));

        g.output("running_next", SearchInputs.anyLeft(g, doneNow), Type.BOOL);
        g.output("last_next", token, Type.INT64, "N");
        g.output("done_next", doneNow, Type.BOOL, "N");
        g.output("scores_next", best.get(0), Type.FLOAT, "B", "K");
        g.output("lengths_next", lengthsNow, Type.INT64, "N");
        g.output("said_next", saidNow, Type.INT64, "N", "T_next");
        for (int i = 0; i < decoder.stateSize(); i++) {
            var kept = g.node("Gather", List.of(next.state().get(i), rows));
            g.output("state_next", kept, Type.FLOAT, "N", "D" + i);
        }
        return g;
    }

    /** 0, 1, …, size - 1. */
    private static Value positions(GraphBuilder g, Value size) {
        return g.node("Range", List.of(g.scalar(0), flatScalar(g, size), g.scalar(1)));
    }

    /** The row of each source's first hypothesis: [B, 1]. */
    private static Value firstRows(GraphBuilder g, Sizes sizes) {
        var sources = positions(g, sizes.sources());
        return g.node("Unsqueeze", List.of(g.node("Mul", List.of(sources, sizes.beam())), g.longs(1)));
    }

    /** [B] or [B, X] → [N] or [N, X], each row K times. */
    private static Value repeated(GraphBuilder g, Value perSource, Sizes sizes) {
        var row = g.node("Div", List.of(positions(g, sizes.rows()), sizes.beam()));
        return g.node("Gather", List.of(perSource, row));
    }

    private static Value noTokens(GraphBuilder g, Value rows) {
        var column = g.node("Unsqueeze", List.of(SearchInputs.fill(g, g.scalar(0), rows), g.longs(1))); // [N, 1]
        return g.node("Slice", List.of(column, g.longs(0), g.longs(0), g.longs(1))); // [N, 0]
    }

    private static Value flat(GraphBuilder g, Value column) {
        return g.node("Squeeze", List.of(column, g.longs(1)));
    }

    private static Value flatScalar(GraphBuilder g, Value vectorOfOne) {
        return g.node("Squeeze", List.of(vectorOfOne, g.longs(0)));
    }
}
