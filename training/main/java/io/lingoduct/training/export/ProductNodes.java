package io.lingoduct.training.export;

import io.lingoduct.training.export.GraphBuilder.Type;
import io.lingoduct.training.export.GraphBuilder.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Products of activations and weights.
 *
 * <p>With {@link Arithmetic#INT8} activations become unsigned 8-bit integers around 128, by a scale that follows from their
 * bound and not from what they happen to be: a scale measured over a batch would make a translation depend on its batch mates.
 * Sums are exact 32-bit integers, so the order in which a machine adds does not show in them either.
 */
final class ProductNodes {

    private static final float LEVELS = 127;
    private static final int ZERO = 128;

    private final WeightNodes weights;
    private final Arithmetic arithmetic;

    ProductNodes(WeightNodes weights, Arithmetic arithmetic) {
        this.weights = weights;
        this.arithmetic = arithmetic;
    }

    WeightNodes weights() {
        return weights;
    }

    boolean inIntegers() {
        return arithmetic == Arithmetic.INT8;
    }

    /** An activation for several products, so that it is made an integer once. */
    Activation ready(GraphBuilder g, Activation x) {
        return inIntegers() && !x.hasIntegers() ? new Activation(x.value(), x.bound(), quantized(g, x)) : x;
    }

    /** How a loop carries what is within [-1, 1] and read by products alone. */
    Type carriedType() {
        return inIntegers() ? Type.UINT8 : Type.FLOAT;
    }

    /** A scalar 0 in {@link #carriedType}. */
    Value carriedZero(GraphBuilder g) {
        return inIntegers() ? g.unsignedByte(ZERO) : g.scalar(0f);
    }

    /** An activation that is {@link #ready}, in {@link #carriedType}. */
    Value carried(Activation ready) {
        return inIntegers() ? ready.integers() : ready.value();
    }

    /** The activation that was {@link #carried}. */
    Activation unit(Value carried) {
        return inIntegers() ? new Activation(Value.ABSENT, 1, carried) : Activation.unit(carried);
    }

    /**
     * Rows x [N, inputs] to [N, units].
     *
     * @param matrix [units, inputs], as libtorch keeps it
     */
    Value rows(GraphBuilder g, Activation x, String name, Supplier<float[]> matrix, int units) {
        return rows(g, x, name, matrix, List.of(), units);
    }

    /** The same plus a bias [units]. */
    Value rows(GraphBuilder g, Activation x, String name, Supplier<float[]> matrix, Supplier<float[]> bias, int units) {
        return rows(g, x, name, matrix, List.of(weights.vector(g, name + ".bias", bias, units)), units);
    }

    private Value rows(
            GraphBuilder g, Activation x, String name, Supplier<float[]> matrix, List<Value> bias, int units) {
        if (inIntegers()) {
            var quantized = weights.quantized(g, name, matrix, units);
            return integers(g, x, quantized.values(), quantized.scales(), bias);
        }
        int inputs = matrix.get().length / units;
        var inputsOfGemm = new ArrayList<>(List.of(x.value(), weights.matrix(g, name, matrix, units, inputs)));
        inputsOfGemm.addAll(bias);
        return g.node("Gemm", inputsOfGemm, Attributes.of("transB", 1));
    }

    /** A linear layer as libtorch keeps it: x [N, inputs] to [N, units]. */
    Value linear(GraphBuilder g, Activation x, String name, int units) {
        return inIntegers()
                ? rows(
                        g,
                        x,
                        name,
                        () -> weights.trained().get(name + ".weight"),
                        () -> weights.trained().get(name + ".bias"),
                        units)
                : weights.linear(g, x.value(), name, units);
    }

    /** Positions x [B, S, inputs] to [B, S, units]. */
    Value positions(GraphBuilder g, Activation x, String name, int units) {
        if (!inIntegers()) {
            return weights.mapped(g, x.value(), name, units);
        }
        return positions(g, x, name, () -> weights.trained().get(name + ".weight"), units);
    }

    /** The same of a matrix [units, inputs]; only for integers. */
    Value positions(GraphBuilder g, Activation x, String name, Supplier<float[]> matrix, int units) {
        int inputs = matrix.get().length / units;
        var flat = ready(g, x).moved(all -> g.node("Reshape", List.of(all, g.longs(-1, inputs))));
        var product = rows(g, flat, name, matrix, units);
        var outer = g.node("Shape", List.of(x.any()), Attributes.of("end", 2));
        var shape = g.node("Concat", List.of(outer, g.longs(units)), Attributes.of("axis", 0));
        return g.node("Reshape", List.of(product, shape));
    }

    /**
     * @param matrix [inputs, units] int8
     * @param scales [units]
     * @param bias none or one
     */
    Value integers(GraphBuilder g, Activation x, Value matrix, Value scales, List<Value> bias) {
        var inputs =
                new ArrayList<>(List.of(ready(g, x).integers(), matrix, scale(g, x), scales, g.unsignedByte(ZERO)));
        if (!bias.isEmpty()) {
            inputs.add(Value.ABSENT);
            inputs.addAll(bias);
        }
        return g.runtimeNode("MatMulIntegerToFloat", inputs);
    }

    private static Value quantized(GraphBuilder g, Activation x) {
        return g.node("QuantizeLinear", List.of(x.value(), scale(g, x), g.unsignedByte(ZERO)));
    }

    private static Value scale(GraphBuilder g, Activation x) {
        return g.scalar(x.bound() / LEVELS);
    }
}
