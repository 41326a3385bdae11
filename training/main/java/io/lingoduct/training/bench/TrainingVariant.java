package io.lingoduct.training.bench;

import io.lingoduct.bench.Medians;
import io.lingoduct.bench.Watch;
import io.lingoduct.process.Stopwatch;
import io.lingoduct.training.batch.Batch;
import io.lingoduct.training.batch.EncodedPair;
import io.lingoduct.training.loop.optimizer.TrainingStep;
import io.lingoduct.training.network.Seq2Seq;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.bytedeco.pytorch.global.torch;

/** One network in training with a number of threads and a size of batch; every turn sees the same batches. */
final class TrainingVariant implements AutoCloseable {

    private static final int WARM_UP_STEPS = 3;
    private static final int LEAST_PAIRS = 20_000;
    private static final int TOKENS_PER_PAIR = 6;

    private final SpeedPlan plan;
    private final int threads;
    private final int batchTokens;
    private final List<List<EncodedPair>> batches;
    private final TrainingStep training;
    private final List<Stopwatch.Reading> turns = new ArrayList<>();

    TrainingVariant(SpeedPlan plan, int threads, int batchTokens) {
        this.plan = plan;
        this.threads = threads;
        this.batchTokens = batchTokens;
        var network = plan.network();
        // Fewer tokens than a pair has, so that there are batches enough; and pairs enough to find mates of their own
        // length.
        int pairs = Math.max(LEAST_PAIRS, plan.steps() * batchTokens / TOKENS_PER_PAIR);
        batches = SyntheticPairs.batches(
                        pairs, network.sourceVocabulary(), network.targetVocabulary(), batchTokens, plan.seed())
                .subList(0, plan.steps());
        torch.set_num_threads(1);
        torch.manual_seed(plan.seed());
        training =
                new TrainingStep(new Seq2Seq(network), threads, plan.precision(), plan.labelSmoothing(), plan.seed());
    }

    int threads() {
        return threads;
    }

    double rows() {
        return mean(List::size);
    }

    void warmUp(Watch watch) {
        for (int i = 0; i < WARM_UP_STEPS; i++) {
            watch.check();
            training.update(batches.get(i % batches.size()));
        }
    }

    void measure(Watch watch, String round) {
        var stopwatch = new Stopwatch();
        for (int i = 0; i < batches.size(); i++) {
            watch.check();
            training.update(batches.get(i));
            watch.say("%s: %,d tokens, threads: %d, step %d of %d", round, batchTokens, threads, i + 1, batches.size());
        }
        turns.add(stopwatch.read());
    }

    /** @param peak GFLOP per second of processor time */
    SpeedFigures.Training figures(double peak) {
        int steps = batches.size();
        double wall = median(Stopwatch.Reading::wall) / steps;
        double cpu = median(Stopwatch.Reading::cpu) / steps;
        var flops = new StepFlops(plan.network());
        double gflop = 1e-9
                * mean(batch -> Batch.deal(batch, threads).stream()
                        .mapToDouble(flops::of)
                        .sum());
        double tokens = mean(batch -> Batch.of(batch).targetTokens());
        double positions = mean(batch -> Batch.deal(batch, threads).stream()
                .mapToDouble(share -> share.rows() * share.targetWidth())
                .sum());
        return new SpeedFigures.Training(
                threads,
                batchTokens,
                new SpeedFigures.StepWork(rows(), 1 - tokens / positions, gflop),
                SpeedFigures.StepSpeed.of(tokens, gflop, wall, cpu, peak));
    }

    private double mean(ToDoubleFunction<List<EncodedPair>> figure) {
        return batches.stream().mapToDouble(figure).average().orElseThrow();
    }

    private double median(ToDoubleFunction<Stopwatch.Reading> figure) {
        return Medians.of(turns.stream().mapToDouble(figure).toArray());
    }

    @Override
    public void close() {
        training.close();
    }
}
