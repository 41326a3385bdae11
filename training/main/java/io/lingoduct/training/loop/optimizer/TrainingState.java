package io.lingoduct.training.loop.optimizer;

import io.lingoduct.training.loop.settings.TrainingConfig;
import io.lingoduct.training.network.Seq2Seq;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.pytorch.Tensor;

/** Everything that training changes but its progress: weights, optimiser and moving average. */
public final class TrainingState implements AutoCloseable {

    private final Seq2Seq network;
    private final Tensor values;
    private final AdamOptimizer optimizer;
    private final Optional<WeightAverage> average;

    /** @param workers that train the network */
    public TrainingState(
            Seq2Seq network,
            GradientWorkers workers,
            TrainingConfig.Optimization optimization,
            TrainingConfig.Averaging averaging) {
        this.network = network;
        this.values = workers.values();
        this.optimizer = new AdamOptimizer(optimization, values, workers.gradient());
        try {
            this.average = averaging.average() == TrainingConfig.Average.EMA
                    ? Optional.of(new WeightAverage(averaging.emaDecay(), network, values))
                    : Optional.empty();
        } catch (RuntimeException e) {
            optimizer.close();
            throw e;
        }
    }

    /** Gives the memory of optimiser and moving average back; the averaged network cannot be used any more. */
    @Override
    public void close() {
        average.ifPresent(WeightAverage::close);
        optimizer.close();
    }

    /** Changes the weights of one piece by their gradient; to be called with gradients off. */
    void update(FlatPiece piece, long update, double rate) {
        optimizer.step(piece, update, rate);
        average.ifPresent(follower -> follower.follow(piece, update));
    }

    /** The network that is validated: of averaged weights, if there are any. */
    public Seq2Seq evaluated() {
        return average.map(WeightAverage::network).orElse(network);
    }

    /** The weights of the network that is validated [N]. */
    public Tensor evaluatedValues() {
        return average.map(WeightAverage::values).orElse(values);
    }

    /** The tensors that a checkpoint holds, by the names of their files, in a fixed order; loading copies into them. */
    public Map<String, Map<String, Tensor>> files() {
        var files = new LinkedHashMap<String, Map<String, Tensor>>();
        files.put("network.pt", Map.of("values", values));
        average.ifPresent(follower -> files.put("average.pt", Map.of("values", follower.values())));
        files.put("optimizer.pt", optimizer.moments());
        return files;
    }
}
