package io.lingoduct.bench.engine;

import ai.onnxruntime.OrtException;
import io.lingoduct.bench.BenchmarkStopped;
import io.lingoduct.bench.Watch;
import io.lingoduct.bench.engine.EngineFigures.Load;
import io.lingoduct.bench.peak.BurstTimer;
import io.lingoduct.bench.peak.GemmPeak;
import io.lingoduct.bench.peak.Peaks;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Benchmark of a bundle in each of its variants, beside the naive way and the machine's peak. Everything is measured in
 * turns, several rounds of them, so that a machine that gets slower meanwhile slows all down alike.
 */
public final class EngineBenchmark {

    private final EnginePlan plan;
    private final Watch watch;

    public EngineBenchmark(EnginePlan plan, Watch watch) {
        this.plan = plan;
        this.watch = watch;
    }

    /**
     * Measures until all rounds are done or the user wants the benchmark to end; then the figures are those of the turns that
     * were finished.
     *
     * @throws BenchmarkStopped if the user ends it before there is any figure
     * @throws IllegalArgumentException if there is no sentence that the model takes
     * @throws io.lingoduct.model.bundle.BundleException if the bundle is refused
     */
    public EngineFigures run() throws IOException {
        watch.say("Loading %s", plan.model());
        try (var variants = BundleVariants.load(plan.model());
                var float32 = GemmPeak.float32(BurstTimer.ofCallingThread());
                var int8 = GemmPeak.int8(BurstTimer.ofCallingThread())) {
            return new Run(variants, float32, int8).figures();
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime cannot multiply matrices: " + e.getMessage(), e);
        }
    }

    /** One benchmark with all that it has loaded. */
    private final class Run {

        private final BundleVariants variants;
        private final GemmPeak float32;
        private final GemmPeak int8;
        private final Workload workload;
        private final List<VariantRun> runs;
        private int rounds;
        private EngineFigures.EndToEnd endToEnd;
        private Double loadAgain;

        Run(BundleVariants variants, GemmPeak float32, GemmPeak int8) {
            this.variants = variants;
            this.float32 = float32;
            this.int8 = int8;
            this.workload = Workload.of(plan.sentences(), variants::encode);
            if (workload.segments().isEmpty()) {
                throw new IllegalArgumentException("there is no sentence to translate that the model takes");
            }
            this.runs = variants.variants().stream()
                    .map(variant -> new VariantRun(variant, workload, workload.sample(plan.stride(variant))))
                    .toList();
        }

        EngineFigures figures() throws OrtException {
            boolean stopped = false;
            try {
                measure();
            } catch (BenchmarkStopped e) {
                if (runs.stream().allMatch(run -> run.turns() == 0)) {
                    throw e;
                }
                stopped = true;
            }
            var peaks = new Peaks(float32.best(), int8.best());
            var table = new ResultTable(variants.bundle(), runs, peaks);
            var run = new EngineFigures.Run(
                    variants.bundle().manifest().name(),
                    workload.segments().size(),
                    workload.segments().stream()
                            .mapToInt(Workload::tokens)
                            .average()
                            .orElseThrow(),
                    rounds,
                    stopped);
            return new EngineFigures(
                    run,
                    peaks,
                    table.results(),
                    table.latencies(),
                    endToEnd,
                    new Load(variants.firstLoadSeconds(), loadAgain),
                    notes());
        }

        private void measure() throws OrtException {
            for (var run : runs) {
                run.warmUp(watch);
            }
            for (int round = 1; round <= plan.rounds(); round++) {
                var label = "Round %d of %d".formatted(round, plan.rounds());
                watch.say("%s: peak of matrix products", label);
                float32.measure();
                int8.measure();
                for (var run : runs) {
                    run.measure(watch, label);
                }
                rounds = round;
            }
            watch.say("Loading the bundle again");
            loadAgain = variants.loadAgainSeconds();
            var fastest = fastest();
            if (fastest.isPresent()) {
                endToEnd = new EndToEndPass(fastest.get(), workload.sentences(), variants::encode).measure(watch);
            }
        }

        private Optional<Variant> fastest() {
            return runs.stream()
                    .filter(run -> run.variant().use().beam() == 1
                            && run.variant().use().threads() == 1
                            && run.variant().use().batch() > 1)
                    .min(Comparator.comparing(VariantRun::wallSeconds))
                    .map(VariantRun::variant);
        }

        private List<String> notes() {
            var notes = new ArrayList<String>();
            variants.naiveObstacle().ifPresent(reason -> notes.add("No naive variant: " + reason + "."));
            if (variants.bundle().manifest().architecture() == null) {
                notes.add("No share of the peak: the manifest does not say how the network is built.");
            }
            if (workload.tooLong() > 0) {
                notes.add(String.format(
                        Locale.ROOT, "Left out as longer than the model takes: %,d sentences.", workload.tooLong()));
            }
            if (!plan.whole()) {
                notes.add(
                        "Variants of batch 1 or with a beam translate a sample of the sentences, spread evenly over their"
                                + " lengths.");
            }
            return notes;
        }
    }
}
