package io.lingoduct.training.export.search;

import io.lingoduct.model.graph.GraphPorts;
import io.lingoduct.training.export.onnx.Attributes;
import io.lingoduct.training.export.onnx.GraphBuilder;
import io.lingoduct.training.export.onnx.GraphBuilder.Type;
import io.lingoduct.training.export.onnx.GraphBuilder.Value;
import io.lingoduct.training.export.onnx.Vectors;
import io.lingoduct.training.vocabulary.VocabularyBuilder;
import java.util.List;

/**
 * Tokens that the caller wants said, whatever the network would say.
 *
 * @param ids [B, F + 1], the input with a last column of padding
 * @param width scalar, F
 */
public record ForcedTarget(Value ids, Value width) {

    /** Declares the input {@code forced_ids} [B, F]; F is 0 where nothing is forced. */
    public static ForcedTarget input(GraphBuilder g, Value rows) {
        var ids = g.input(GraphPorts.FORCED_IDS, Type.INT64, "B", "F");
        var width = g.node("Gather", List.of(g.node("Shape", List.of(ids)), g.scalar(1)));
        var column = g.node("Unsqueeze", List.of(Vectors.fill(g, g.scalar(VocabularyBuilder.PAD), rows), g.longs(1)));
        return new ForcedTarget(g.node("Concat", List.of(ids, column), Attributes.of("axis", 1)), width);
    }

    /** Whether the caller forces anything. */
    public Value isGiven(GraphBuilder g) {
        return g.node("Greater", List.of(width, g.scalar(0)));
    }

    /** [B]: the tokens of each row. */
    Value lengths(GraphBuilder g) {
        var due = g.cast(isDue(g, ids), Type.INT64);
        return g.node("ReduceSum", List.of(due, g.longs(1)), Attributes.of("keepdims", 0));
    }

    /** [B]: the token due at a step, padding where there is none. */
    Value at(GraphBuilder g, Value step) {
        var column = g.node("Min", List.of(step, width));
        return g.node("Gather", List.of(ids, column), Attributes.of("axis", 1));
    }

    /** Of any shape: whether something is a token, and no padding. */
    Value isDue(GraphBuilder g, Value tokens) {
        return g.node("Not", List.of(g.node("Equal", List.of(tokens, g.scalar(VocabularyBuilder.PAD)))));
    }
}
