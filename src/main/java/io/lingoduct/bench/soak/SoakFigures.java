package io.lingoduct.bench.soak;

import io.lingoduct.bench.Medians;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.ToDoubleFunction;

/**
 * Figures of a {@link SoakBenchmark}.
 *
 * @param settled sentences after which memory should be flat
 * @param sentences translated in all
 * @param stopped whether the user ended it
 */
public record SoakFigures(
        String model, long settled, long sentences, double seconds, boolean stopped, List<Sample> samples) {

    private static final int FEW = 3;

    /**
     * One look at memory.
     *
     * @param seconds since the start
     * @param sentences translated until then
     * @param resident bytes of the process in physical memory; empty where the system does not tell
     * @param heap bytes in use after a collection
     */
    public record Sample(double seconds, long sentences, OptionalLong resident, long heap) {}

    /** Growth since memory should be flat, as a share; empty where the system does not tell, or it did not get so far. */
    public OptionalDouble residentGrowth() {
        return samples.stream().allMatch(sample -> sample.resident().isPresent())
                ? growth(sample -> sample.resident().getAsLong())
                : OptionalDouble.empty();
    }

    /** As {@link #residentGrowth()}, of the heap. */
    public OptionalDouble heapGrowth() {
        return growth(Sample::heap);
    }

    /** From the median of a few samples to that of the last few: a single one may have caught a batch of odd shape. */
    private OptionalDouble growth(ToDoubleFunction<Sample> figure) {
        var flat = samples.stream()
                .filter(sample -> sample.sentences() >= settled)
                .mapToDouble(figure)
                .toArray();
        if (flat.length < 2) {
            return OptionalDouble.empty();
        }
        int few = Math.min(FEW, flat.length / 2);
        var first = Arrays.copyOfRange(flat, 0, few);
        var last = Arrays.copyOfRange(flat, flat.length - few, flat.length);
        return OptionalDouble.of(Medians.of(last) / Medians.of(first) - 1);
    }

    double sentencesPerSecond() {
        return sentences / seconds;
    }
}
