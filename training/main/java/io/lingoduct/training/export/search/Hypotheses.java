package io.lingoduct.training.export.search;

import io.lingoduct.training.export.onnx.Attributes;
import io.lingoduct.training.export.onnx.GraphBuilder;
import io.lingoduct.training.export.onnx.GraphBuilder.Value;
import io.lingoduct.training.export.onnx.Vectors;
import io.lingoduct.training.vocabulary.VocabularyBuilder;
import java.util.List;

/** Begin and end of N hypotheses. */
final class Hypotheses {

    private Hypotheses() {}

    /** The tokens [N] before the first step. */
    static Value begin(GraphBuilder g, Value rows) {
        return Vectors.fill(g, g.scalar(VocabularyBuilder.BOS), rows);
    }

    /** Whether a row ends with this step: it was done, says end-of-sentence, or may take no other. All [N]. */
    static Value ends(GraphBuilder g, Value done, Value tokens, Value step, Value lastSteps) {
        var ended = g.node("Equal", List.of(tokens, g.scalar(VocabularyBuilder.EOS)));
        var limited = g.node("GreaterOrEqual", List.of(step, lastSteps));
        return g.node("Or", List.of(done, g.node("Or", List.of(ended, limited))));
    }

    /** Tokens [N, T] with padding after each row's end; lengths [N]. */
    static Value padded(GraphBuilder g, Value tokens, Value lengths) {
        var width = g.node("Shape", List.of(tokens), Attributes.of("start", 1));
        var within = g.node("Less", List.of(Vectors.positions(g, width), Vectors.column(g, lengths))); // [N, T]
        return g.node("Where", List.of(within, tokens, g.scalar(VocabularyBuilder.PAD)));
    }
}
