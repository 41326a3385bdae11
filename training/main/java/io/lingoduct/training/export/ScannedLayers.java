package io.lingoduct.training.export;

import io.lingoduct.training.export.GraphBuilder.Type;
import io.lingoduct.training.export.GraphBuilder.Value;
import io.lingoduct.training.network.NetworkConfig;
import java.util.ArrayList;
import java.util.List;

/**
 * The encoder position by position, with products in 8-bit integers. The operators RNN, GRU and LSTM have no such products but
 * with scales that are measured over a batch, and a translation must not depend on its batch mates.
 *
 * <p>The backward direction reads its sentences turned round, so that padding comes last for it too, and what becomes of a state
 * there plays no part. The directions follow each other and do not go side by side: two recurrent matrices at once outgrow a
 * processor's cache.
 *
 * <p>P directions; G gates of H units in each, C = P·H units in all.
 *
 * @param lengths [B] int32
 * @param present [B, S] bool, false at padding
 */
record ScannedLayers(ProductNodes products, Value lengths, Value present) implements EncoderLayers {

    /**
     * What a layer reads.
     *
     * @param rows [X, inputs]
     * @param places [S, B] int64, the row of each position
     */
    private record Input(Activation rows, Value places) {}

    /** What the gates get from a token is worked out once for all places of the batch where it stands. */
    @Override
    public States first(GraphBuilder g, Value ids) {
        var name = "source_embedding.weight";
        // The tokens, the first place of each, and which of them stands at each place.
        var distinct = g.nodes("Unique", 3, List.of(ids), Attributes.of("sorted", 1));
        var embedded = weights().embedded(g, name, config().sourceVocabulary(), distinct.get(0));
        var places = g.node("Reshape", List.of(distinct.get(2), g.node("Shape", List.of(ids))));
        return layer(g, 0, new Input(new Activation(embedded, weights().vocabularyBound(name)), places));
    }

    @Override
    public States upper(GraphBuilder g, int layer, Activation x) {
        var rows = g.node("Reshape", List.of(x.value(), g.longs(-1, config().contextSize())));
        var count = g.node("Shape", List.of(rows), Attributes.of("end", 1));
        var shape = g.node("Shape", List.of(x.value()), Attributes.of("end", 2));
        var places = g.node("Reshape", List.of(SearchInputs.positions(g, count), shape));
        return layer(g, layer, new Input(new Activation(rows, x.bound()), places));
    }

    private WeightNodes weights() {
        return products.weights();
    }

    private NetworkConfig config() {
        return weights().trained().config();
    }

    private States layer(GraphBuilder g, int layer, Input input) {
        var cell = new ScannedCell(products, "encoder." + layer);
        var sums = cell.inputSums(g, input.rows()); // [P·X, G·H]
        // Each row of the input leads to P rows of sums, the forward one first.
        var forward =
                config().bidirectional() ? g.node("Add", List.of(input.places(), input.places())) : input.places();
        var ahead = scan(g, cell, "", sums, forward);
        if (!config().bidirectional()) {
            return ahead;
        }
        var backward = g.node("Add", List.of(turned(g, forward), g.scalar(1)));
        var back = scan(g, cell, "_reverse", sums, backward);
        return new States(
                g.node("Concat", List.of(ahead.all(), turned(g, back.all())), Attributes.of("axis", 2)),
                ahead.last().with(g, back.last()));
    }

    /**
     * One direction.
     *
     * @param sums what the gates get from the input
     * @param places [S, B], the row of it at each position
     */
    private States scan(GraphBuilder g, ScannedCell cell, String direction, Value sums, Value places) {
        var types = cell.types();
        var inputs = new ArrayList<>(cell.start(g, g.node("Shape", List.of(lengths))));
        inputs.add(places);
        if (waits()) {
            var timeFirst = g.node("Transpose", List.of(present), Attributes.of("perm", new long[] {1, 0}));
            inputs.add(g.node("Unsqueeze", List.of(timeFirst, g.longs(2)))); // [S, B, 1]
        }
        var body = g.subgraph("position" + direction);
        var states =
                types.stream().map(type -> body.input("state", type, "B", "H")).toList();
        var place = body.input("place", Type.INT64, "B");
        var after = cell.next(body, direction, body.node("Gather", List.of(sums, place)), states);
        var next = new ArrayList<>(after.states());
        if (waits()) {
            var here = body.input("present", Type.BOOL, "B", 1);
            next.replaceAll(state -> body.node("Where", List.of(here, state, states.get(next.indexOf(state)))));
        }
        for (int i = 0; i < types.size(); i++) {
            body.output("state_next", next.get(i), types.get(i), "B", "H");
        }
        body.output("position", after.hidden(), Type.FLOAT, "B", "H");
        var scanned = g.nodes(
                "Scan",
                types.size() + 1,
                inputs,
                Attributes.of("body", body.build()),
                Attributes.of("num_scan_inputs", inputs.size() - types.size()));
        return new States(scanned.get(types.size()), cell.activation(scanned.get(0)));
    }

    /** Whether a row keeps its state at padding, because the decoder starts from the last one. */
    private boolean waits() {
        return config().startState() == NetworkConfig.StartState.LAST;
    }

    /** Turns each sentence of [S, B, ..] round; padding stays where it is. */
    private Value turned(GraphBuilder g, Value timeFirst) {
        return g.node(
                "ReverseSequence",
                List.of(timeFirst, WeightNodes.cast(g, lengths, Type.INT64)),
                Attributes.of("time_axis", 0),
                Attributes.of("batch_axis", 1));
    }
}
