package io.lingoduct.training.bench;

import io.lingoduct.bench.BenchmarkStopped;
import io.lingoduct.bench.Watch;
import io.lingoduct.process.ProcessMemory;
import io.lingoduct.training.batch.EncodedPair;
import io.lingoduct.training.loop.optimizer.TrainingStep;
import io.lingoduct.training.loop.settings.Precision;
import io.lingoduct.training.network.Seq2Seq;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.global.torch;

/** Memory of training, native and heap, over thousands of updates with batches of ever other shapes: it has to stay flat. */
public final class MemoryBenchmark {

    private static final int PAIRS = 20_000;
    private static final double LABEL_SMOOTHING = 0.1;

    private final MemoryPlan plan;
    private final ProcessMemory memory;
    private final Watch watch;

    public MemoryBenchmark(MemoryPlan plan, Watch watch) {
        this.plan = plan;
        this.memory = ProcessMemory.ofThisProcess();
        this.watch = watch;
    }

    /** @throws BenchmarkStopped if the user wants the benchmark to end */
    public MemoryFigures run() {
        torch.set_num_threads(1);
        torch.manual_seed(plan.seed());
        var network = new Seq2Seq(plan.network());
        var samples = new ArrayList<MemoryFigures.Sample>();
        try (var training =
                new TrainingStep(network, plan.threads(), Precision.FLOAT32, LABEL_SMOOTHING, plan.seed())) {
            int step = 0;
            for (int epoch = 0; step < plan.steps(); epoch++) {
                for (var batch : batches(epoch)) {
                    watch.check();
                    training.update(batch);
                    if (++step % plan.every() == 0 || step == plan.steps()) {
                        samples.add(new MemoryFigures.Sample(step, memory.resident(), memory.heap()));
                        watch.say("Memory: step %,d of %,d", step, plan.steps());
                    }
                    if (step == plan.steps()) {
                        break;
                    }
                }
            }
        }
        return new MemoryFigures(plan.settled(), List.copyOf(samples));
    }

    private List<List<EncodedPair>> batches(int epoch) {
        var network = plan.network();
        return SyntheticPairs.batches(
                PAIRS, network.sourceVocabulary(), network.targetVocabulary(), plan.batchTokens(), plan.seed() + epoch);
    }
}
