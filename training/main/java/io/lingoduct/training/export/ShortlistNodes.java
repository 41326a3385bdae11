package io.lingoduct.training.export;

import io.lingoduct.training.export.GraphBuilder.Value;
import java.util.List;

/**
 * A shortlist as output whose frequent tokens the graph knows: most of what a batch may say. They have columns of their own,
 * and only the rest is gathered for each batch, which for a single sentence would take as long as several steps.
 *
 * @param ids [L] int64, token ids behind the columns, the frequent ones first
 * @param frequent what every row may say
 * @param rest what the batch's rows may say besides
 */
record ShortlistNodes(Value ids, FixedColumns frequent, CandidateNodes rest) implements OutputNodes {

    /**
     * Takes the candidates apart, once for all steps.
     *
     * @param candidates [L] int64, the frequent ones among them
     * @param mask [B, L] bool, what each row may say; all of the frequent ones
     */
    static ShortlistNodes of(GraphBuilder g, FixedColumns frequent, Value candidates, Value mask) {
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
        return new ShortlistNodes(all, frequent, CandidateNodes.of(g, frequent.products(), ids, may));
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
    public List<Carried> perSource() {
        return rest.perSource();
    }

    @Override
    public ShortlistNodes with(List<Value> perSource) {
        return new ShortlistNodes(ids, frequent, rest.with(perSource));
    }

    @Override
    public ShortlistNodes spread(GraphBuilder g, BeamSizes sizes) {
        return new ShortlistNodes(ids, frequent, rest.spread(g, sizes));
    }
}
