package io.lingoduct.bench.engine;

import io.lingoduct.bench.Percentiles;
import io.lingoduct.bench.engine.EngineFigures.Latency;
import io.lingoduct.bench.engine.EngineFigures.Ratios;
import io.lingoduct.bench.engine.EngineFigures.Result;
import io.lingoduct.bench.engine.EngineFigures.Speed;
import io.lingoduct.bench.engine.EngineFigures.Use;
import io.lingoduct.bench.peak.Peaks;
import io.lingoduct.bench.peak.TranslationOps;
import io.lingoduct.bench.peak.TranslationOps.Work;
import io.lingoduct.model.bundle.ModelBundle;
import io.lingoduct.model.tokenizer.Tokenizer;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Figures made of the runs' measurements: medians, ratios, shares. Runs without a turn are left out. */
final class ResultTable {

    private final ModelBundle bundle;
    private final List<VariantRun> runs;
    private final Peaks peaks;

    ResultTable(ModelBundle bundle, List<VariantRun> runs, Peaks peaks) {
        this.bundle = bundle;
        this.runs = runs.stream().filter(run -> run.turns() > 0).toList();
        this.peaks = peaks;
    }

    List<Result> results() {
        var reference = texts(runs.stream()
                .filter(run -> run.variant().name().equals(BundleVariants.FLOAT32)
                        && run.variant().use().beam() == 1
                        && run.variant().use().threads() == 1)
                .max(Comparator.comparing(run -> run.variant().use().batch())));
        try (var tokenizer = Tokenizer.load(bundle.targetTokenizerFile())) {
            return runs.stream().map(run -> result(run, reference, tokenizer)).toList();
        }
    }

    List<Latency> latencies() {
        return runs.stream()
                .filter(run -> run.variant().answersOneCaller())
                .map(run -> {
                    var nanos = run.batchNanos();
                    return new Latency(
                            run.variant().name(),
                            1e-6 * Percentiles.of(nanos, 0.5),
                            1e-6 * Percentiles.of(nanos, 0.99));
                })
                .toList();
    }

    private Result result(VariantRun run, Map<Integer, String> reference, Tokenizer tokenizer) {
        var variant = run.variant();
        double meanTokens =
                run.segments().stream().mapToInt(Workload::tokens).average().orElseThrow();
        var naive = run(BundleVariants.NAIVE, new Use(1, 1, 1));
        var float32 = run(BundleVariants.FLOAT32, variant.use());
        return new Result(
                variant.name(),
                variant.use(),
                run.segments().size(),
                new Speed(1 / run.wallSeconds(), meanTokens / run.wallSeconds(), 1 / run.cpuSeconds()),
                new Ratios(
                        naive.map(n -> n.wallSeconds() / run.wallSeconds()).orElse(null),
                        naive.map(n -> n.cpuSeconds() / run.cpuSeconds()).orElse(null),
                        float32.map(f -> f.cpuSeconds() / run.cpuSeconds()).orElse(null)),
                bundle.manifest().architecture() == null ? null : shareOfPeak(run, tokenizer),
                variant.use().beam() > 1 || reference.isEmpty() ? null : equalShare(run, reference));
    }

    private Optional<VariantRun> run(String name, Use use) {
        return runs.stream()
                .filter(run ->
                        run.variant().name().equals(name) && run.variant().use().equals(use))
                .findFirst();
    }

    /** Target tokens are counted in what came out: its tokens and the end of the sentence. */
    private double shareOfPeak(VariantRun run, Tokenizer tokenizer) {
        var variant = run.variant();
        var candidates = run.candidates();
        var ops = new TranslationOps(bundle.manifest());
        var work = Work.NONE;
        for (int i = 0; i < run.segments().size(); i++) {
            int source = run.segments().get(i).length();
            int target = tokenizer.encode(run.texts().get(i)).length + 1;
            work = work.plus(ops.of(source, target, variant.use().beam(), candidates.get(i), variant.precision()));
        }
        return work.idealSeconds(peaks) / (run.cpuSeconds() * run.segments().size());
    }

    private static Map<Integer, String> texts(Optional<VariantRun> run) {
        var texts = new HashMap<Integer, String>();
        run.ifPresent(r -> {
            for (int i = 0; i < r.indices().size(); i++) {
                texts.put(r.indices().get(i), r.texts().get(i));
            }
        });
        return texts;
    }

    private static Double equalShare(VariantRun run, Map<Integer, String> reference) {
        int compared = 0;
        int equal = 0;
        for (int i = 0; i < run.indices().size(); i++) {
            var expected = reference.get(run.indices().get(i));
            if (expected != null) {
                compared++;
                equal += expected.equals(run.texts().get(i)) ? 1 : 0;
            }
        }
        return compared == 0 ? null : (double) equal / compared;
    }
}
