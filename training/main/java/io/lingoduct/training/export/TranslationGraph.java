package io.lingoduct.training.export;

import io.lingoduct.training.export.GraphBuilder.Type;
import io.lingoduct.training.export.GraphBuilder.Value;
import io.lingoduct.training.network.SearchLimits;
import io.lingoduct.training.network.Seq2Seq;
import java.util.List;

/**
 * The whole translation as one ONNX graph, as docs/graph-contract.md describes it: encoder, decoder and search. A beam of 1
 * takes a greedy branch, which needs no bookkeeping of hypotheses; both branches share the weights.
 */
public final class TranslationGraph {

    private TranslationGraph() {}

    /**
     * The serialised model, float32 arithmetic on matrices that are stored in half precision.
     *
     * @throws IllegalArgumentException if a weight is not exactly a half-precision number, see {@link HalfPrecision}
     */
    public static byte[] of(Seq2Seq trained, SearchLimits limits) {
        var weights = new WeightNodes(new TrainedWeights(trained));
        var decoder = new DecoderNodes(weights);
        var g = GraphBuilder.root("translate");
        var ids = g.input("source_ids", Type.INT64, "B", "S");
        var lengths = g.input("source_lengths", Type.INT32, "B");
        var maxLength = g.input("max_length", Type.INT64);
        var beamSize = g.input("beam_size", Type.INT64);
        var lengthPenalty = g.input("length_penalty", Type.FLOAT);

        var rows = g.node("Shape", List.of(lengths));
        var forced = ForcedTarget.input(g, rows);
        var encoded = new EncoderNodes(weights).add(g, ids, lengths);
        var inputs = new SearchInputs(
                decoder.source(g, encoded),
                rows,
                rowLimits(g, lengths, maxLength, limits),
                maxLength,
                lengthPenalty,
                forced);
        var greedy = g.subgraph("greedy");
        outputs(greedy, new GreedyLoop(decoder).add(greedy, inputs));
        var beam = g.subgraph("beam");
        outputs(beam, new BeamLoop(decoder).add(beam, inputs, beamSize));
        var isGreedy = g.node("Equal", List.of(beamSize, g.scalar(1)));
        var results = g.nodes(
                "If",
                2,
                List.of(isGreedy),
                Attributes.of("then_branch", greedy.build()),
                Attributes.of("else_branch", beam.build()));
        outputs(g, results);
        return g.model();
    }

    private static void outputs(GraphBuilder g, List<Value> idsAndScores) {
        g.output("target_ids", idsAndScores.get(0), Type.INT64, "B", "T");
        g.output("scores", idsAndScores.get(1), Type.FLOAT, "B");
    }

    /** See {@link SearchLimits#forSource}. */
    private static Value rowLimits(GraphBuilder g, Value lengths, Value maxLength, SearchLimits limits) {
        var real = g.node("Cast", List.of(lengths), Attributes.of("to", Type.FLOAT.code()));
        var scaled = g.node("Floor", List.of(g.node("Mul", List.of(real, g.scalar((float) limits.outputRatio())))));
        var whole = g.node("Cast", List.of(scaled), Attributes.of("to", Type.INT64.code()));
        var shifted = g.node("Add", List.of(whole, g.scalar(limits.outputOffset())));
        return g.node("Min", List.of(shifted, maxLength)); // [B]
    }
}
