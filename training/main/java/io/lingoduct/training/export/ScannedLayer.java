package io.lingoduct.training.export;

import ai.onnx.proto.OnnxMl.GraphProto;
import io.lingoduct.training.export.GraphBuilder.Type;
import io.lingoduct.training.export.GraphBuilder.Value;
import io.lingoduct.training.network.Cell;
import io.lingoduct.training.network.NetworkConfig;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A layer of the encoder, position by position, with products in 8-bit integers. The operators RNN, GRU and LSTM have no such
 * products but with scales that are measured over a batch, and a translation must not depend on its batch mates.
 *
 * <p>S positions of B rows; G gates of H units in each direction, C units in all.
 */
final class ScannedLayer {

    private final ProductNodes products;
    private final TrainedWeights trained;
    private final NetworkConfig config;

    /** Both ways through a sentence. */
    private enum Direction {
        FORWARD(""),
        BACKWARD("_reverse");

        private final String suffix;

        Direction(String suffix) {
            this.suffix = suffix;
        }
    }

    ScannedLayer(ProductNodes products) {
        this.products = products;
        this.trained = products.weights().trained();
        this.config = trained.config();
    }

    /**
     * @param x [S, B, inputs]
     * @param present [S, B, 1] bool, false at padding
     */
    EncoderNodes.LayerStates add(GraphBuilder g, int layer, Activation x, Value present) {
        var directions =
                config.bidirectional() ? List.of(Direction.FORWARD, Direction.BACKWARD) : List.of(Direction.FORWARD);
        var all = new ArrayList<Value>();
        var last = new ArrayList<Value>();
        for (var direction : directions) {
            var scanned = scan(g, "encoder." + layer, direction, x, present);
            last.add(scanned.get(0));
            all.add(scanned.get(scanned.size() - 1));
        }
        return new EncoderNodes.LayerStates(
                g.node("Concat", all, Attributes.of("axis", 2)), // [S, B, C]
                g.node("Concat", last, Attributes.of("axis", 1)));
    }

    /** @return the last state of each tensor that the cell carries, [B, H] each; then all hidden states [S, B, H] */
    private List<Value> scan(GraphBuilder g, String layer, Direction direction, Activation x, Value present) {
        int carried = config.cell().hasCellState() ? 2 : 1;
        var rows = g.node("Shape", List.of(present), Attributes.of("start", 1), Attributes.of("end", 2)); // [1]
        var shape = g.node("Concat", List.of(rows, g.longs(config.encoderHidden())), Attributes.of("axis", 0));
        var zero = g.node("Expand", List.of(g.scalar(0f), shape));
        var inputs = new ArrayList<Value>();
        for (int i = 0; i < carried; i++) {
            inputs.add(zero);
        }
        inputs.add(inputSums(g, layer, direction, x));
        if (waits(direction)) {
            inputs.add(present);
        }
        var ways = new long[inputs.size() - carried];
        Arrays.fill(ways, direction.ordinal());
        return g.nodes(
                "Scan",
                carried + 1,
                inputs,
                Attributes.of("body", body(g, layer, direction, carried)),
                Attributes.of("num_scan_inputs", ways.length),
                Attributes.of("scan_input_directions", ways),
                Attributes.of("scan_output_directions", new long[] {direction.ordinal()}));
    }

    /**
     * Whether a row keeps its state at padding. Backwards padding comes first, and a row's first state must be zero; forwards
     * it comes last, and what becomes of the state there plays no part unless the decoder starts from it.
     */
    private boolean waits(Direction direction) {
        return direction == Direction.BACKWARD || config.startState() == NetworkConfig.StartState.LAST;
    }

    /** What the gates get from the input, at all positions: [S, B, G·H]. */
    private Value inputSums(GraphBuilder g, String layer, Direction direction, Activation x) {
        var name = layer + ".weight_ih" + direction.suffix;
        int units = gateUnits();
        int inputs = trained.get(name).length / units;
        var flat = new Activation(g.node("Reshape", List.of(x.value(), g.longs(-1, inputs))), x.bound());
        var sums = products.rows(
                g, flat, name, () -> trained.get(name), () -> trained.inputBias(layer, direction.suffix), units);
        var outer = g.node("Shape", List.of(x.value()), Attributes.of("end", 2));
        var shape = g.node("Concat", List.of(outer, g.longs(units)), Attributes.of("axis", 0));
        return g.node("Reshape", List.of(sums, shape));
    }

    /** One position. */
    private GraphProto body(GraphBuilder outer, String layer, Direction direction, int carried) {
        var g = outer.subgraph("position" + direction.suffix);
        var states = Stream.of("hidden", "cell")
                .limit(carried)
                .map(name -> g.input(name, Type.FLOAT, "B", "H"))
                .toList();
        var sums = g.input("sums", Type.FLOAT, "B", "G");
        var next = cell(g, layer, direction, sums, states);
        var kept = new ArrayList<>(next);
        if (waits(direction)) {
            var present = g.input("present", Type.BOOL, "B", 1);
            kept.replaceAll(state -> g.node("Where", List.of(present, state, states.get(next.indexOf(state)))));
        }
        for (int i = 0; i < carried; i++) {
            g.output("state_" + i, kept.get(i), Type.FLOAT, "B", "H");
        }
        g.output("position", g.node("Identity", List.of(kept.get(0))), Type.FLOAT, "B", "H");
        return g.build();
    }

    private List<Value> cell(GraphBuilder g, String layer, Direction direction, Value inputSums, List<Value> states) {
        var hidden = states.get(0);
        var name = layer + ".weight_hh" + direction.suffix;
        int units = gateUnits();
        if (config.cell() == Cell.GRU) {
            var stateSums = products.rows(
                    g,
                    Activation.unit(hidden),
                    name,
                    () -> trained.get(name),
                    () -> trained.get(layer + ".bias_hh" + direction.suffix),
                    units);
            return List.of(GateNodes.gru(g, inputSums, stateSums, hidden));
        }
        var stateSums = products.rows(g, Activation.unit(hidden), name, () -> trained.get(name), units);
        var sums = g.node("Add", List.of(stateSums, inputSums));
        return config.cell() == Cell.LSTM ? GateNodes.lstm(g, sums, states.get(1)) : List.of(GateNodes.rnn(g, sums));
    }

    /** G·H. */
    private int gateUnits() {
        return config.cell().gates() * config.encoderHidden();
    }
}
