package io.lingoduct.training.bench;

import io.lingoduct.bench.BenchmarkStopped;
import io.lingoduct.bench.Watch;
import io.lingoduct.training.bench.SpeedFigures.Peak;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Training speed beside the speed of bare matrix products. Everything is measured in turns, several rounds of them, so that a
 * machine that gets slower meanwhile slows all down alike.
 */
public final class SpeedBenchmark {

    private final SpeedPlan plan;
    private final Watch watch;
    private final Map<Peak, Double> peaks = new LinkedHashMap<>();

    public SpeedBenchmark(SpeedPlan plan, Watch watch) {
        this.plan = plan;
        this.watch = watch;
    }

    /** @throws BenchmarkStopped if the user wants the benchmark to end */
    public SpeedFigures run() {
        var variants = new ArrayList<TrainingVariant>();
        try {
            for (int tokens : plan.batchTokens()) {
                for (int threads : plan.threads()) {
                    watch.say("Warming up %,d tokens, %s", tokens, threads(threads));
                    variants.add(new TrainingVariant(plan, threads, tokens));
                    variants.get(variants.size() - 1).warmUp(watch);
                }
            }
            for (int round = 1; round <= plan.rounds(); round++) {
                measurePeaks(round, variants.get(0));
                for (var variant : variants) {
                    variant.measure(watch, "Round %d of %d".formatted(round, plan.rounds()));
                }
            }
            measurePeaks(plan.rounds() + 1, variants.get(0));
            return figures(variants);
        } finally {
            variants.forEach(TrainingVariant::close);
        }
    }

    private void measurePeaks(int round, TrainingVariant like) {
        int rows = (int) Math.round(like.rows());
        for (int threads : plan.threads()) {
            try (var gemm = new GemmPeak(threads)) {
                for (var shape :
                        GemmPeak.shapes(plan.network(), plan.batchTokens().get(0), rows)) {
                    watch.check();
                    watch.say("Peak %d: %s product, %s", round, shape.name(), threads(threads));
                    var key = new Peak(threads, shape.name(), shape.m(), shape.k(), shape.n(), 0);
                    peaks.merge(key, gemm.measure(shape), Math::max);
                }
            }
        }
    }

    private SpeedFigures figures(List<TrainingVariant> variants) {
        var best = peaks.entrySet().stream()
                .map(e -> {
                    var peak = e.getKey();
                    return new Peak(peak.threads(), peak.product(), peak.m(), peak.k(), peak.n(), e.getValue());
                })
                .toList();
        var trainings = variants.stream()
                .map(variant -> variant.figures(SpeedFigures.peak(best, variant.threads())))
                .toList();
        return new SpeedFigures(best, trainings);
    }

    private static String threads(int count) {
        return count == 1 ? "1 thread" : count + " threads";
    }
}
