package io.lingoduct.training.export;

import io.lingoduct.training.export.GraphBuilder.Type;
import io.lingoduct.training.export.GraphBuilder.Value;
import io.lingoduct.training.network.NetworkConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The encoder position by position, with products in 8-bit integers. The operators RNN, GRU and LSTM have no such products but
 * with scales that are measured over a batch, and a translation must not depend on its batch mates.
 *
 * <p>The backward direction reads its sentences turned round, so that padding comes last for it too, and what becomes of a state
 * there plays no part. The directions follow each other and do not go side by side: two recurrent matrices at once outgrow a
 * processor's cache.
 *
 * <p>G gates of H units in each direction, C units in all.
 *
 * @param lengths [B] int32
 * @param present [B, S] bool, false at padding
 */
record ScannedLayers(ProductNodes products, Value lengths, Value present) implements EncoderLayers {

    /** What the gates of a direction get from the input, [X, G·H]. */
    private interface Shares extends Function<String, RowTable> {}

    @Override
    public States first(GraphBuilder g, Value ids) {
        var cell = cell(0);
        return layer(g, cell, direction -> cell.sharesOfTokens(g, direction), ids);
    }

    @Override
    public States upper(GraphBuilder g, int layer, Activation x) {
        var rows = g.node("Reshape", List.of(x.value(), g.longs(-1, config().contextSize())));
        var input = products.ready(g, new Activation(rows, x.bound()));
        var count = g.node("Shape", List.of(rows), Attributes.of("end", 1));
        var shape = g.node("Shape", List.of(x.value()), Attributes.of("end", 2));
        var places = g.node("Reshape", List.of(SearchInputs.positions(g, count), shape));
        var cell = cell(layer);
        return layer(g, cell, direction -> cell.shares(g, direction, input), places);
    }

    private ScannedCell cell(int layer) {
        return new ScannedCell(products, "encoder." + layer);
    }

    private NetworkConfig config() {
        return products.weights().trained().config();
    }

    /** @param places [S, B], which of the X inputs stands at each position */
    private States layer(GraphBuilder g, ScannedCell cell, Shares shares, Value places) {
        var ahead = scan(g, cell, "", shares, places);
        if (!config().bidirectional()) {
            return ahead;
        }
        var back = scan(g, cell, "_reverse", shares, turned(g, places));
        return new States(
                g.node("Concat", List.of(ahead.all(), turned(g, back.all())), Attributes.of("axis", 2)),
                ahead.last().with(g, back.last()));
    }

    /** One direction. */
    private States scan(GraphBuilder g, ScannedCell cell, String direction, Shares shares, Value places) {
        var given = shares.apply(direction);
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
        var after = cell.next(body, direction, given.at(body, place), states);
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
