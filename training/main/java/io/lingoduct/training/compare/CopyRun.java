package io.lingoduct.training.compare;

import io.lingoduct.training.network.Cell;
import io.lingoduct.training.network.GradientProbe;
import java.util.List;
import java.util.Random;

/**
 * One cell on one {@link CopyTask}: trains a small network, and measures its accuracy and how far its gradient reaches back
 * through the gap.
 */
final class CopyRun {

    private static final int GRADIENT_SOURCES = 64;

    private final CopyPlan plan;

    /**
     * Copy task that all cells get, and the budget of their training.
     *
     * @param task whose gap is replaced by each of {@code gaps}
     */
    record CopyPlan(CopyTask task, CopyTraining training, List<Integer> gaps) {

        /** Three symbols of eight, and 48 units: seconds to a minute for each cell and gap on one core. */
        static CopyPlan of(List<Integer> gaps, int updates, long seed) {
            var training = new CopyTraining(16, 48, updates, 32, 0.003, 1, 1000, seed);
            return new CopyPlan(new CopyTask(3, 8, 4, 0), training, List.copyOf(gaps));
        }
    }

    /**
     * @param symbols share of symbols said right, on fresh sources
     * @param sequences share of sources whose symbols were all said right
     * @param atStart gradient of the first symbol's loss through the encoder, see {@link GradientProbe#encoder}
     */
    record Result(
            Cell cell,
            int gap,
            double symbols,
            double sequences,
            double seconds,
            GradientProbe.Norms atStart,
            GradientProbe.Norms trained) {}

    CopyRun(CopyPlan plan) {
        this.plan = plan;
    }

    Result run(Cell cell, int gap) {
        var task = plan.task().withGap(gap);
        var training = plan.training();
        var sample = task.draw(GRADIENT_SOURCES, new Random(training.seed() + 1));
        long started = System.nanoTime();
        var network = training.network(cell, task);
        var atStart = GradientProbe.encoder(network, sample);
        training.train(network, task);
        var accuracy = training.measure(network, task);
        return new Result(
                cell,
                gap,
                accuracy.symbols(),
                accuracy.sequences(),
                (System.nanoTime() - started) / 1e9,
                atStart,
                GradientProbe.encoder(network, sample));
    }
}
