package io.lingoduct.training.export.network;

import io.lingoduct.training.export.onnx.Activation;
import io.lingoduct.training.export.onnx.Attributes;
import io.lingoduct.training.export.onnx.Carried;
import io.lingoduct.training.export.onnx.GraphBuilder;
import io.lingoduct.training.export.onnx.GraphBuilder.Type;
import io.lingoduct.training.export.onnx.GraphBuilder.Value;
import io.lingoduct.training.export.onnx.LoopState;
import io.lingoduct.training.export.onnx.RowTable;
import io.lingoduct.training.export.onnx.Vectors;
import io.lingoduct.training.network.NetworkConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The encoder position by position, with products in 8-bit integers. The operators RNN, GRU and LSTM have no such products but
 * with scales that are measured over a batch, and a translation must not depend on its batch mates.
 *
 * <p>The backward direction reads its sentences turned round, so that padding comes last for it too, and a state
 * there plays no part. The directions follow each other and do not go side by side: two recurrent matrices at once outgrow a
 * processor's cache.
 *
 * <p>G gates of H units in each direction, C units in all.
 *
 * @param lengths [B] int32
 * @param present [B, S] bool, false at padding
 */
record ScannedLayers(LayerNodes layers, Value lengths, Value present) implements EncoderLayers {

    /** Sums that the gates of a direction get from the input, [X, G·H]. */
    private interface Shares extends Function<String, RowTable> {}

    @Override
    public States first(GraphBuilder g, Value ids) {
        var cell = cell(0);
        return layer(g, cell, direction -> cell.sharesOfTokens(g, direction), ids);
    }

    @Override
    public States upper(GraphBuilder g, int layer, Activation x) {
        var rows = g.node("Reshape", List.of(x.value(), g.longs(-1, config().contextSize())));
        var input = layers.products().ready(g, new Activation(rows, x.bound()));
        var count = g.node("Shape", List.of(rows), Attributes.of("end", 1));
        var shape = g.node("Shape", List.of(x.value()), Attributes.of("end", 2));
        var places = g.node("Reshape", List.of(Vectors.positions(g, count), shape));
        var cell = cell(layer);
        return layer(g, cell, direction -> cell.shares(g, direction, input), places);
    }

    private ScannedCell cell(int layer) {
        return new ScannedCell(layers, "encoder." + layer);
    }

    private NetworkConfig config() {
        return layers.config();
    }

    /** @param places [S, B], number of the input among X at each position */
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
        var start = cell.start(g, g.node("Shape", List.of(lengths)));
        var inputs = new ArrayList<Value>();
        visit(start, each -> inputs.add(each.value()));
        int states = inputs.size();
        inputs.add(places);
        if (waits()) {
            var timeFirst = g.node("Transpose", List.of(present), Attributes.of("perm", new long[] {1, 0}));
            inputs.add(g.node("Unsqueeze", List.of(timeFirst, g.longs(2)))); // [S, B, 1]
        }
        var body = g.subgraph("position" + direction);
        var before = map(
                start, each -> body.input(each.name(), each.type(), each.dims().toArray()));
        var place = body.input("place", Type.INT64, "B");
        var after = cell.next(body, direction, given.at(body, place), before);
        var next =
                waits() ? chosen(body, body.input("present", Type.BOOL, "B", 1), after.state(), before) : after.state();
        visit(
                next,
                each -> body.output(
                        each.name() + "_next",
                        each.value(),
                        each.type(),
                        each.dims().toArray()));
        body.output("position", after.hidden(), Type.FLOAT, "B", "H");
        var scanned = g.nodes(
                "Scan",
                states + 1,
                inputs,
                Attributes.of("body", body.build()),
                Attributes.of("num_scan_inputs", inputs.size() - states));
        var outputs = scanned.iterator();
        var last = map(start, each -> outputs.next());
        return new States(outputs.next(), cell.activation(last.hidden()));
    }

    private static LayerState map(LayerState state, LoopState.Visitor visitor) {
        return state.map(visitor, "B", () -> "H");
    }

    private static void visit(LayerState state, Consumer<Carried> visitor) {
        map(state, each -> {
            visitor.accept(each);
            return each.value();
        });
    }

    private static LayerState chosen(GraphBuilder g, Value condition, LayerState then, LayerState other) {
        return new LayerState(
                g.node("Where", List.of(condition, then.hidden(), other.hidden())),
                then.cell()
                        .map(cell -> g.node(
                                "Where", List.of(condition, cell, other.cell().orElseThrow()))),
                then.hiddenType());
    }

    /** Whether a row keeps its state at padding, because the decoder starts from the last one. */
    private boolean waits() {
        return config().startState() == NetworkConfig.StartState.LAST;
    }

    /** Turns each sentence of [S, B, ..] round; padding stays where it is. */
    private Value turned(GraphBuilder g, Value timeFirst) {
        return g.node(
                "ReverseSequence",
                List.of(timeFirst, g.cast(lengths, Type.INT64)),
                Attributes.of("time_axis", 0),
                Attributes.of("batch_axis", 1));
    }
}
