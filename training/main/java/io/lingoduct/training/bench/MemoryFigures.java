package io.lingoduct.training.bench;

import io.lingoduct.bench.Medians;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.ToDoubleFunction;

/**
 * Result of a {@link MemoryBenchmark}.
 *
 * @param settled updates after which memory should be flat
 */
public record MemoryFigures(int settled, List<Sample> samples) {

    private static final int FEW = 3;

    /**
     * @param resident bytes of the process in physical memory; empty where the system does not tell
     * @param heap bytes in use after a collection
     */
    public record Sample(int step, OptionalLong resident, long heap) {}

    /** Growth since memory should be flat, as a share; empty where the system does not tell. */
    public OptionalDouble residentGrowth() {
        return samples.stream().allMatch(sample -> sample.resident().isPresent())
                ? OptionalDouble.of(growth(sample -> sample.resident().getAsLong()))
                : OptionalDouble.empty();
    }

    public double heapGrowth() {
        return growth(Sample::heap);
    }

    /** From the median of a few samples to that of the last few: a single one may have caught a batch of odd shape. */
    private double growth(ToDoubleFunction<Sample> figure) {
        var flat = samples.stream()
                .filter(sample -> sample.step() >= settled)
                .mapToDouble(figure)
                .toArray();
        int few = Math.min(FEW, flat.length);
        var first = Arrays.copyOfRange(flat, 0, few);
        var last = Arrays.copyOfRange(flat, flat.length - few, flat.length);
        return Medians.of(last) / Medians.of(first) - 1;
    }
}
