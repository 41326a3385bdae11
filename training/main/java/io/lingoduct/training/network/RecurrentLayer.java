package io.lingoduct.training.network;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.PackedSequence;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * One recurrent layer of any {@link Cell}, run over whole sequences by libtorch's fused operators, or step by step.
 *
 * <p>Recurrent matrices start orthogonal gate by gate (Saxe et al., 2014: "Exact Solutions to the Nonlinear Dynamics of
 * Learning in Deep Linear Neural Networks"), and an LSTM starts with its forget gates open (Jozefowicz et al., 2015: "An
 * Empirical Exploration of Recurrent Network Architectures").
 *
 * <p>Shapes: B rows, S positions, X inputs, H units, G gates of the cell, C = H or, in two directions, 2H.
 */
final class RecurrentLayer extends Module {

    private final Cell cell;
    private final int hidden;
    private final boolean bidirectional;
    private final List<Direction> directions = new ArrayList<>();
    private final Tensor fedWeight;
    private final StepWeights weights;

    /** Parameters of one direction: [G·H, X], [G·H, H], [G·H] and [G·H]. */
    private record Direction(Tensor input, Tensor recurrent, Tensor inputBias, Tensor recurrentBias) {}

    /**
     * A sequence of states and the last of them.
     *
     * @param states [B, S, C]
     * @param last [B, C]
     */
    record Sequence(Tensor states, Tensor last) {}

    /**
     * @param fed width of a second input, known only step by step; 0 for none
     * @param weights by which single steps apply theirs
     */
    RecurrentLayer(Cell cell, int input, int hidden, boolean bidirectional, int fed, StepWeights weights) {
        super("recurrent");
        this.cell = cell;
        this.hidden = hidden;
        this.bidirectional = bidirectional;
        this.weights = weights;
        for (var suffix : bidirectional ? List.of("", "_reverse") : List.of("")) {
            directions.add(new Direction(
                    parameter("weight_ih" + suffix, cell.gates() * (long) hidden, input),
                    parameter("weight_hh" + suffix, cell.gates() * (long) hidden, hidden),
                    parameter("bias_ih" + suffix, cell.gates() * (long) hidden),
                    parameter("bias_hh" + suffix, cell.gates() * (long) hidden)));
        }
        fedWeight = fed == 0 ? null : parameter("weight_fed", cell.gates() * (long) hidden, fed);
        initialise();
    }

    // What register_parameter returns points into a list that moves when the next parameter is added.
    private Tensor parameter(String name, long... shape) {
        var values = torch.zeros(shape);
        register_parameter(name, values);
        return values;
    }

    private void initialise() {
        try (var noGradient = new NoGradGuard()) {
            for (var direction : directions) {
                for (int gate = 0; gate < cell.gates(); gate++) {
                    torch.xavier_uniform_(rows(direction.input(), gate));
                    torch.orthogonal_(rows(direction.recurrent(), gate));
                    if (fedWeight != null) {
                        torch.xavier_uniform_(rows(fedWeight, gate));
                    }
                }
                if (cell == Cell.LSTM) {
                    rows(direction.inputBias(), 1).fill_(new Scalar(1));
                }
            }
        }
    }

    private Tensor rows(Tensor stacked, int gate) {
        return stacked.narrow(0, gate * (long) hidden, hidden);
    }

    /**
     * Reads padded sequences, each up to its own length and from both ends if the layer is bidirectional.
     *
     * @param x [B, S, X]
     * @param lengths [B] int64, on the CPU
     */
    Sequence read(Tensor x, Tensor lengths) {
        long width = x.size(1);
        var packed = torch.pack_padded_sequence(x, lengths, true, false);
        var zero = torch.zeros_like(directions.get(0).recurrentBias())
                .narrow(0, 0, hidden)
                .expand(directions.size(), lengths.size(0), hidden)
                .contiguous();
        Tensor data;
        Tensor last; // [directions, B, H], rows in the order of the packed sequence
        switch (cell) {
            case LSTM -> {
                var result = torch.lstm(
                        packed.data(),
                        packed.batch_sizes(),
                        new TensorVector(zero, zero),
                        all(),
                        true,
                        1,
                        0,
                        is_training(),
                        bidirectional);
                data = result.get0();
                last = result.get1();
            }
            case GRU -> {
                var result = torch.gru(
                        packed.data(), packed.batch_sizes(), zero, all(), true, 1, 0, is_training(), bidirectional);
                data = result.get0();
                last = result.get1();
            }
            default -> {
                var result = torch.rnn_tanh(
                        packed.data(), packed.batch_sizes(), zero, all(), true, 1, 0, is_training(), bidirectional);
                data = result.get0();
                last = result.get1();
            }
        }
        var repacked =
                new PackedSequence(data, packed.batch_sizes(), packed.sorted_indices(), packed.unsorted_indices());
        var states = torch.pad_packed_sequence(repacked, true, 0, new LongOptional(width))
                .get0();
        var inOrder = last.index_select(1, packed.unsorted_indices()); // [directions, B, H]
        return new Sequence(states, inOrder.transpose(0, 1).reshape(lengths.size(0), -1));
    }

    /** Runs over whole sequences from the given state, padding included: x [B, T, X] to states [B, T, H]. */
    Tensor run(Tensor x, RecurrentState from) {
        var h = from.hidden().unsqueeze(0).contiguous(); // [1, B, H]
        return switch (cell) {
            case LSTM ->
                torch.lstm(
                                x,
                                new TensorVector(h, from.cell().unsqueeze(0).contiguous()),
                                all(),
                                true,
                                1,
                                0,
                                is_training(),
                                false,
                                true)
                        .get0();
            case GRU ->
                torch.gru(x, h, all(), true, 1, 0, is_training(), false, true).get0();
            case RNN ->
                torch.rnn_tanh(x, h, all(), true, 1, 0, is_training(), false, true)
                        .get0();
        };
    }

    private TensorVector all() {
        var all = new ArrayList<Tensor>();
        directions.forEach(d -> all.addAll(List.of(d.input(), d.recurrent(), d.inputBias(), d.recurrentBias())));
        return new TensorVector(all.toArray(Tensor[]::new));
    }

    /** Sums that the input adds to the gates: x [.., X] to [.., G·H]. */
    Tensor project(Tensor x) {
        var forward = directions.get(0);
        return torch.linear(x, forward.input(), forward.inputBias());
    }

    /** The same for one step: [B, X] to [B, G·H]. */
    Tensor projectStep(Tensor x) {
        var forward = directions.get(0);
        return weights.linear(x, forward.input(), forward.inputBias());
    }

    /**
     * One step.
     *
     * @param projected [B, G·H], see {@link #project}
     * @param fed [B, F], the second input; null where the layer has none
     */
    RecurrentState step(Tensor projected, Tensor fed, RecurrentState state) {
        var forward = directions.get(0);
        var input = fed == null ? projected : projected.add(weights.linear(fed, fedWeight, null));
        var recurrent = weights.linear(state.hidden(), forward.recurrent(), forward.recurrentBias());
        return switch (cell) {
            case RNN -> new RecurrentState(input.add(recurrent).tanh(), null);
            case GRU -> gru(input, recurrent, state.hidden());
            case LSTM -> lstm(input.add(recurrent), state.cell());
        };
    }

    private static RecurrentState gru(Tensor input, Tensor recurrent, Tensor before) {
        var i = input.chunk(3, 1);
        var r = recurrent.chunk(3, 1);
        var reset = i.get(0).add(r.get(0)).sigmoid();
        var update = i.get(1).add(r.get(1)).sigmoid();
        var candidate = i.get(2).add(reset.mul(r.get(2))).tanh();
        return new RecurrentState(candidate.add(update.mul(before.sub(candidate))), null);
    }

    private static RecurrentState lstm(Tensor gates, Tensor before) {
        var g = gates.chunk(4, 1);
        var kept = g.get(1).sigmoid().mul(before);
        var cell = kept.add(g.get(0).sigmoid().mul(g.get(2).tanh()));
        return new RecurrentState(g.get(3).sigmoid().mul(cell.tanh()), cell);
    }
}
