package io.lingoduct.bench.engine;

import io.lingoduct.bench.BenchmarkStopped;
import io.lingoduct.bench.Medians;
import io.lingoduct.bench.Watch;
import io.lingoduct.model.EncodedSegment;
import io.lingoduct.process.Stopwatch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToDoubleFunction;

/** Measurement of a variant: each turn translates the same batches, once for each thread, so that all are busy to the end. */
final class VariantRun {

    private final Variant variant;
    private final List<Integer> indices;
    private final List<EncodedSegment> segments;
    private final LengthBatches batches;
    private final List<Stopwatch.Reading> turns = new ArrayList<>();
    private final List<Long> batchNanos = new ArrayList<>();
    private List<String> texts = List.of();

    /** @param indices of the sentences that it translates */
    VariantRun(Variant variant, Workload workload, List<Integer> indices) {
        this.variant = variant;
        this.indices = indices;
        this.segments = indices.stream().map(workload.segments()::get).toList();
        this.batches = LengthBatches.of(segments, variant.use().batch());
    }

    Variant variant() {
        return variant;
    }

    List<Integer> indices() {
        return indices;
    }

    List<EncodedSegment> segments() {
        return segments;
    }

    /** Numbers of target tokens that each of {@link #segments()} chooses from. */
    List<Double> candidates() {
        var sorted = new ArrayList<Double>(segments.size());
        for (var batch : batches.batches()) {
            sorted.addAll(Collections.nCopies(batch.size(), variant.candidates().applyAsDouble(batch)));
        }
        return batches.inOriginalOrder(sorted);
    }

    /** Translations of the first turn, in the order of {@link #indices()}. */
    List<String> texts() {
        return texts;
    }

    int turns() {
        return turns.size();
    }

    /** A turn that does not count. */
    void warmUp(Watch watch) {
        texts = batches.inOriginalOrder(translateAll(watch, "Warming up"));
        batchNanos.clear();
    }

    /** @throws BenchmarkStopped if the user wants the benchmark to end; the turn does not count then */
    void measure(Watch watch, String round) {
        int before = batchNanos.size();
        var stopwatch = new Stopwatch();
        try {
            translateAll(watch, round);
        } catch (BenchmarkStopped e) {
            batchNanos.subList(before, batchNanos.size()).clear();
            throw e;
        }
        turns.add(stopwatch.read());
    }

    /** Seconds of a turn for each sentence translated in it, the median of all turns. */
    double wallSeconds() {
        return median(Stopwatch.Reading::wall);
    }

    /** As {@link #wallSeconds}, of processor time. */
    double cpuSeconds() {
        return median(Stopwatch.Reading::cpu);
    }

    private double median(ToDoubleFunction<Stopwatch.Reading> figure) {
        double turn = Medians.of(turns.stream().mapToDouble(figure).toArray());
        return turn / ((double) variant.use().threads() * segments.size());
    }

    /** Nanoseconds that each run of a batch took, in ascending order; of one thread only. */
    long[] batchNanos() {
        var sorted = batchNanos.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        return sorted;
    }

    private List<String> translateAll(Watch watch, String round) {
        watch.check();
        watch.say("%s: %s", round, variant.label());
        return variant.use().threads() == 1 ? onThisThread(watch, round) : onThreads(watch);
    }

    private List<String> onThisThread(Watch watch, String round) {
        var results = new ArrayList<String>(segments.size());
        for (var batch : batches.batches()) {
            watch.check();
            long start = System.nanoTime();
            results.addAll(variant.translator().translate(batch));
            batchNanos.add(System.nanoTime() - start);
            watch.say("%s: %s, %,d of %,d sentences", round, variant.label(), results.size(), segments.size());
        }
        return results;
    }

    private List<String> onThreads(Watch watch) {
        var next = new AtomicInteger();
        var results = new ArrayList<List<String>>();
        batches.batches().forEach(batch -> results.add(List.of()));
        var threads = Executors.newFixedThreadPool(variant.use().threads());
        try {
            var workers = new ArrayList<Future<?>>();
            for (int i = 0; i < variant.use().threads(); i++) {
                workers.add(threads.submit(() -> take(next, results, watch)));
            }
            workers.forEach(VariantRun::await);
        } finally {
            threads.shutdownNow();
        }
        return results.stream().flatMap(List::stream).toList();
    }

    /** Longer batches come before shorter ones, each as often as there are threads. */
    private void take(AtomicInteger next, List<List<String>> results, Watch watch) {
        int times = variant.use().threads();
        int all = times * results.size();
        for (int i = next.getAndIncrement(); i < all; i = next.getAndIncrement()) {
            watch.check();
            var texts = variant.translator().translate(batches.batches().get(i / times));
            if (i % times == 0) {
                results.set(i / times, texts);
            }
        }
    }

    private static void await(Future<?> worker) {
        try {
            worker.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof BenchmarkStopped stopped) {
                throw stopped;
            }
            throw new IllegalStateException("a translation failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkStopped();
        }
    }
}
