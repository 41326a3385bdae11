package io.lingoduct.training.export.output;

import io.lingoduct.training.export.onnx.Activation;
import io.lingoduct.training.export.onnx.Attributes;
import io.lingoduct.training.export.onnx.GraphBuilder;
import io.lingoduct.training.export.onnx.GraphBuilder.Value;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Columns of a shortlist whose frequent tokens the graph knows: most of what a batch may say. They have columns of their own,
 * and only the rest is gathered for each batch. Gathering all of them for a single sentence would take as long as several
 * steps.
 *
 * @param ids [L] int64, token ids behind the columns, the frequent ones first
 * @param frequent those that every row may say
 * @param rest those that some rows of the batch may say besides
 */
public record FixedAndGatheredColumns(Value ids, FixedColumns frequent, GatheredColumns rest) implements OutputColumns {

    /**
     * Parts the candidates into both, once for all steps.
     *
     * @param candidates [L] int64, the frequent ones among them
     * @param mask [B, L] bool, the candidates that each row may say; all of the frequent ones
     */
    public static FixedAndGatheredColumns of(GraphBuilder g, FixedColumns frequent, Value candidates, Value mask) {
        var places = g.node("NonZero", List.of(frequent.lacks(g, candidates))); // [1, X]
        var others = g.node("Reshape", List.of(places, g.longs(-1)));
        // And a column that nobody may say, so that there is one whatever the batch.
        var ids = g.node(
                "Concat", List.of(g.node("Gather", List.of(candidates, others)), g.longs(0)), Attributes.of("axis", 0));
        var rows = g.node("Shape", List.of(mask), Attributes.of("end", 1));
        var shape = g.node("Concat", List.of(rows, g.longs(1)), Attributes.of("axis", 0));
        var nobody = g.node("Expand", List.of(g.scalar(false), shape));
        var ofOthers = g.node("Gather", List.of(mask, others), Attributes.of("axis", 1));
        var may = g.node("Concat", List.of(ofOthers, nobody), Attributes.of("axis", 1));
        var all = g.node("Concat", List.of(frequent.ids(g), ids), Attributes.of("axis", 0));
        return new FixedAndGatheredColumns(all, frequent, GatheredColumns.of(g, frequent.layers(), ids, may));
    }

    @Override
    public Value scores(GraphBuilder g, Activation readout) {
        return g.node(
                "Concat", List.of(frequent.scores(g, readout), rest.scores(g, readout)), Attributes.of("axis", 1));
    }

    @Override
    public Value tokens(GraphBuilder g, Value columns) {
        return g.node("Gather", List.of(ids, columns));
    }

    @Override
    public FixedAndGatheredColumns map(Visitor visitor) {
        return new FixedAndGatheredColumns(ids, frequent, rest.map(visitor));
    }

    @Override
    public FixedAndGatheredColumns spread(UnaryOperator<Value> repeated) {
        return new FixedAndGatheredColumns(ids, frequent, rest.spread(repeated));
    }
}
