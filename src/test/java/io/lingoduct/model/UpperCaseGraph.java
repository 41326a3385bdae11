package io.lingoduct.model;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;

/**
 * A graph that keeps docs/graph-contract.md and "translates" by table: lower-case ASCII letters become upper-case, every
 * other token stays. Each token counts as log-probability -0.5. A batch with the poison token fails in the runtime.
 *
 * <p>With the input {@code forced_ids}, a forced token that is not the one of the table counts as -2.
 */
final class UpperCaseGraph {

    private static final float TOKEN_LOG_PROBABILITY = -0.5f;
    private static final float OTHER_LOG_PROBABILITY = -2f;

    private UpperCaseGraph() {}

    static byte[] build(boolean beamInputs, boolean forcedInput, double outputRatio, int outputOffset) {
        var graph = new OnnxGraphBuilder();
        var sourceIds = graph.input("source_ids", DataType.INT64, "B", "S");
        var sourceLengths = graph.input("source_lengths", DataType.INT32, "B");
        var maxLength = graph.input("max_length", DataType.INT64);
        if (beamInputs) {
            graph.input("beam_size", DataType.INT64);
        }

        var lengths = graph.cast(sourceLengths, DataType.FLOAT); // [B]
        var allowance = graph.node(
                "Add",
                graph.node("Floor", graph.node("Mul", lengths, graph.scalar((float) outputRatio))),
                graph.scalar((float) outputOffset));
        var limits = graph.node("Min", graph.cast(allowance, DataType.INT64), maxLength); // [B]
        var targetIds =
                graph.node("Gather", identityTable(graph), graph.node("Gather", upperCaseTable(graph), sourceIds));
        var width = graph.node("Gather", graph.node("Shape", sourceIds), graph.scalar(1L));
        var positions = graph.node("Range", graph.scalar(0L), width, graph.scalar(1L)); // [S]
        var kept = graph.node("Less", positions, graph.node("Unsqueeze", limits, graph.vector(1))); // [B, S]
        var cut = graph.node("Where", kept, targetIds, graph.scalar((long) TestTokenizer.PAD));
        var targetLengths = graph.node("Min", lengths, graph.cast(limits, DataType.FLOAT)); // [B]
        var score = graph.node("Mul", targetLengths, graph.scalar(TOKEN_LOG_PROBABILITY));
        if (forcedInput) {
            var forced = Forced.of(graph, cut, maxLength);
            cut = graph.node("Where", graph.node("Unsqueeze", forced.rows, graph.vector(1)), forced.ids, forced.own);
            targetLengths = graph.node("Where", forced.rows, forced.lengths, targetLengths);
            score = graph.node("Where", forced.rows, forced.scores, score);
        }
        graph.output("target_ids", cut, DataType.INT64, "B", "T");
        if (beamInputs) {
            // One hypothesis, however wide the beam: there is nothing else to say.
            graph.output("nbest_ids", graph.node("Unsqueeze", cut, graph.vector(1)), DataType.INT64, "B", "K", "T");
        }
        if (beamInputs) {
            var penalty = graph.input("length_penalty", DataType.FLOAT);
            score = graph.node("Div", score, graph.node("Pow", targetLengths, penalty));
            graph.output("nbest_scores", graph.node("Unsqueeze", score, graph.vector(1)), DataType.FLOAT, "B", "K");
        }
        graph.output("scores", score, DataType.FLOAT, "B");
        return graph.model();
    }

    /**
     * The forced targets.
     *
     * @param rows [B], whether anything is forced
     * @param ids [B, S + F], cut at the largest length
     * @param own [B, S + F], what the table says
     */
    private record Forced(String rows, String ids, String own, String lengths, String scores) {

        static Forced of(OnnxGraphBuilder graph, String own, String maxLength) {
            var pad = graph.scalar((long) TestTokenizer.PAD);
            var given = graph.input("forced_ids", DataType.INT64, "B", "F");
            var ids = graph.concat(given, graph.node("Expand", pad, graph.node("Shape", own)));
            var ownWide = graph.concat(own, graph.node("Expand", pad, graph.node("Shape", given)));
            var width = graph.node("Gather", graph.node("Shape", ids), graph.scalar(1L));
            var positions = graph.node("Range", graph.scalar(0L), width, graph.scalar(1L));
            ids = graph.node("Where", graph.node("Less", positions, maxLength), ids, pad);
            var due = graph.node("Not", graph.node("Equal", ids, pad)); // [B, S + F]
            var expected = graph.node("And", due, graph.node("Equal", ids, ownWide));
            var lengths = graph.count(due);
            var matches = graph.node(
                    "Mul", graph.count(expected), graph.scalar(TOKEN_LOG_PROBABILITY - OTHER_LOG_PROBABILITY));
            var scores = graph.node("Add", graph.node("Mul", lengths, graph.scalar(OTHER_LOG_PROBABILITY)), matches);
            return new Forced(graph.node("Greater", lengths, graph.scalar(0f)), ids, ownWide, lengths, scores);
        }
    }

    private static String upperCaseTable(OnnxGraphBuilder graph) {
        var table = identity();
        for (char letter = 'a'; letter <= 'z'; letter++) {
            table[TestTokenizer.id(letter)] = TestTokenizer.id(Character.toUpperCase(letter));
        }
        table[TestTokenizer.id(TestBundles.POISON)] = TestTokenizer.SIZE; // one beyond the table below
        return graph.vector(table);
    }

    private static String identityTable(OnnxGraphBuilder graph) {
        return graph.vector(identity());
    }

    private static long[] identity() {
        var table = new long[TestTokenizer.SIZE];
        for (int id = 0; id < table.length; id++) {
            table[id] = id;
        }
        return table;
    }
}
