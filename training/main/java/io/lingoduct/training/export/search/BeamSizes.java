package io.lingoduct.training.export.search;

import io.lingoduct.training.export.onnx.Attributes;
import io.lingoduct.training.export.onnx.GraphBuilder;
import io.lingoduct.training.export.onnx.GraphBuilder.Value;
import io.lingoduct.training.export.onnx.Vectors;
import java.util.List;

/**
 * Sizes that a beam search needs again and again. B sources with K hypotheses each are N = B·K rows.
 *
 * @param sources B, as a vector of one
 * @param beam K, as a vector of one
 * @param rows N, as a vector of one
 * @param offers K·K, as a vector of one
 * @param shape the vector [B, K]
 * @param firstRows [B, 1], the row of each source's first hypothesis
 * @param sourceOfRow [N]
 */
public record BeamSizes(
        Value sources, Value beam, Value rows, Value offers, Value shape, Value firstRows, Value sourceOfRow) {

    static BeamSizes of(GraphBuilder g, SearchInputs inputs) {
        var beam = g.node("Reshape", List.of(inputs.options().beamSize(), g.longs(1)));
        var rows = g.node("Mul", List.of(inputs.rows(), beam));
        var firstRows = g.node("Mul", List.of(Vectors.positions(g, inputs.rows()), beam));
        return new BeamSizes(
                inputs.rows(),
                beam,
                rows,
                g.node("Mul", List.of(beam, beam)),
                g.node("Concat", List.of(inputs.rows(), beam), Attributes.of("axis", 0)),
                Vectors.column(g, firstRows),
                g.node("Div", List.of(Vectors.positions(g, rows), beam)));
    }

    /** [B] or [B, X] to [N] or [N, X], each row K times. */
    Value repeated(GraphBuilder g, Value perSource) {
        return g.node("Gather", List.of(perSource, sourceOfRow));
    }

    /** [X] sources to [X·K] rows, all of theirs. */
    Value rowsOfSources(GraphBuilder g, Value sources) {
        var firsts = Vectors.column(g, g.node("Mul", List.of(sources, beam)));
        var rows = g.node("Add", List.of(firsts, Vectors.positions(g, beam)));
        return g.node("Reshape", List.of(rows, g.longs(-1)));
    }

    /** [B, K] numbers of hypotheses within their source to [N] rows. */
    Value rowsOf(GraphBuilder g, Value hypotheses) {
        return g.node("Reshape", List.of(g.node("Add", List.of(hypotheses, firstRows)), g.longs(-1)));
    }
}
