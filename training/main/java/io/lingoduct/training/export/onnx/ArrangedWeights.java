package io.lingoduct.training.export.onnx;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Trained weights in the order in which a graph stores them, matrices row by row. Each keeps its number among all weights of
 * the network, so that an export can say where it has put them. A stored value is a weight, the sum of two weights, or a
 * weight and a constant.
 */
public final class ArrangedWeights {

    /** Number where no weight stands. */
    public static final int NONE = -1;

    private static final int[] NO_ADDENDS = {};
    private static final float[] NO_CONSTANTS = {};

    private final float[] all;
    private final int[] numbers;
    private final int[] addends;
    private final float[] constants;

    private ArrangedWeights(float[] all, int[] numbers, int[] addends, float[] constants) {
        this.all = all;
        this.numbers = numbers;
        this.addends = addends;
        this.constants = constants;
    }

    /**
     * Some weights in the order of the network.
     *
     * @param all every weight of the network
     * @param until number of the first weight that is not among them
     */
    public static ArrangedWeights range(float[] all, int from, int until) {
        return new ArrangedWeights(all, IntStream.range(from, until).toArray(), NO_ADDENDS, NO_CONSTANTS);
    }

    /** Weights of one network one after the other, none of them a sum. */
    public static ArrangedWeights joined(Stream<ArrangedWeights> parts) {
        var each = parts.toList();
        each.forEach(ArrangedWeights::requireNoSum);
        var numbers =
                each.stream().flatMapToInt(part -> Arrays.stream(part.numbers)).toArray();
        return new ArrangedWeights(each.get(0).all, numbers, NO_ADDENDS, NO_CONSTANTS);
    }

    private void requireNoSum() {
        if (addends.length > 0 || constants.length > 0) {
            throw new IllegalStateException("sums of weights are arranged before they are added");
        }
    }

    public int length() {
        return numbers.length;
    }

    /** The stored values. */
    public float[] values() {
        var values = new float[numbers.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = all[numbers[i]];
            if (addends.length > 0) {
                values[i] += all[addends[i]];
            }
            if (constants.length > 0 && constants[i] != 0) {
                values[i] += constants[i];
            }
        }
        return values;
    }

    /** Places of the weights in a tensor of such a shape. */
    WeightPlaces places(long... shape) {
        var readable = constants.length == 0
                ? numbers
                : IntStream.range(0, numbers.length)
                        .map(i -> constants[i] == 0 ? numbers[i] : NONE)
                        .toArray();
        return new WeightPlaces(Arrays.stream(shape).boxed().toList(), readable);
    }

    /** Sums with as many other weights. */
    public ArrangedWeights plus(ArrangedWeights other) {
        requireNoSum();
        other.requireNoSum();
        return new ArrangedWeights(all, numbers, other.numbers, NO_CONSTANTS);
    }

    /** A constant added at some places. */
    public ArrangedWeights plus(float constant, List<Long> places) {
        requireNoSum();
        var added = new float[numbers.length];
        places.forEach(place -> added[place.intValue()] = constant);
        return new ArrangedWeights(all, numbers, NO_ADDENDS, added);
    }

    /** Transpose of a matrix of so many rows. */
    ArrangedWeights transposed(int rows) {
        int columns = length() / rows;
        return taken(IntStream.range(0, length()).map(i -> i % rows * columns + i / rows));
    }

    /** Some columns of a matrix of so many rows. */
    public ArrangedWeights columns(int rows, int from, int until) {
        int width = length() / rows;
        return taken(IntStream.range(0, rows).flatMap(row -> IntStream.range(row * width + from, row * width + until)));
    }

    /** Some rows of a matrix of so many rows, in the given order; of a vector, some of its elements. */
    public ArrangedWeights rows(int rows, int... chosen) {
        int width = length() / rows;
        return taken(Arrays.stream(chosen).flatMap(row -> IntStream.range(row * width, (row + 1) * width)));
    }

    /** This matrix and another one of as many rows side by side. */
    public ArrangedWeights beside(ArrangedWeights right, int rows) {
        int own = length() / rows;
        int others = right.length() / rows;
        return joined(Stream.of(this, right))
                .taken(IntStream.range(0, rows)
                        .flatMap(row -> IntStream.concat(
                                IntStream.range(row * own, (row + 1) * own),
                                IntStream.range(length() + row * others, length() + (row + 1) * others))));
    }

    private ArrangedWeights taken(IntStream places) {
        var from = places.toArray();
        return new ArrangedWeights(
                all,
                Arrays.stream(from).map(place -> numbers[place]).toArray(),
                addends.length == 0
                        ? NO_ADDENDS
                        : Arrays.stream(from).map(place -> addends[place]).toArray(),
                takenConstants(from));
    }

    private float[] takenConstants(int[] from) {
        if (constants.length == 0) {
            return NO_CONSTANTS;
        }
        var taken = new float[from.length];
        for (int i = 0; i < from.length; i++) {
            taken[i] = constants[from[i]];
        }
        return taken;
    }
}
