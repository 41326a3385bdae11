package io.lingoduct.training.export.onnx;

import io.lingoduct.training.export.onnx.GraphBuilder.Type;
import io.lingoduct.training.export.onnx.GraphBuilder.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Products of activations and weights.
 *
 * <p>With {@link GraphArithmetic#INT8} activations become unsigned 8-bit integers around 128, by a scale that follows from their
 * bound and not from the values at hand: a scale measured over a batch would make a translation depend on its batch mates.
 * Sums are exact 32-bit integers, so the order in which a machine adds does not show in them either.
 */
public final class ProductNodes {

    private static final float LEVELS = 127;
    private static final int ZERO = 128;

    private final WeightNodes weights;
    private final GraphArithmetic arithmetic;

    public ProductNodes(WeightNodes weights, GraphArithmetic arithmetic) {
        this.weights = weights;
        this.arithmetic = arithmetic;
    }

    public WeightNodes weights() {
        return weights;
    }

    public boolean inIntegers() {
        return arithmetic == GraphArithmetic.INT8;
    }

    /** An activation for several products, so that it is made an integer once. */
    public Activation ready(GraphBuilder g, Activation x) {
        return inIntegers() && !x.hasIntegers() ? new Activation(x.value(), x.bound(), quantized(g, x)) : x;
    }

    /** Type of a loop's value that lies within [-1, 1] and is read by products alone. */
    public Type carriedType() {
        return inIntegers() ? Type.UINT8 : Type.FLOAT;
    }

    /** A scalar 0 in {@link #carriedType}. */
    public Value carriedZero(GraphBuilder g) {
        return inIntegers() ? g.unsignedByte(ZERO) : g.scalar(0f);
    }

    /** An activation that is {@link #ready}, in {@link #carriedType}. */
    public Value carried(Activation ready) {
        return inIntegers() ? ready.integers() : ready.value();
    }

    /** The activation that was {@link #carried}. */
    public Activation unit(Value carried) {
        return inIntegers() ? new Activation(Value.ABSENT, 1, carried) : Activation.unit(carried);
    }

    /**
     * Rows x [N, inputs] to [N, units].
     *
     * @param matrix [units, inputs], as libtorch keeps it
     */
    public Value rows(GraphBuilder g, Activation x, String name, Supplier<ArrangedWeights> matrix, int units) {
        return rows(g, x, name, matrix, List.of(), units);
    }

    /** The same plus a bias [units]. */
    public Value rows(
            GraphBuilder g,
            Activation x,
            String name,
            Supplier<ArrangedWeights> matrix,
            Supplier<ArrangedWeights> bias,
            int units) {
        return rows(g, x, name, matrix, List.of(weights.vector(g, name + ".bias", bias, units)), units);
    }

    private Value rows(
            GraphBuilder g, Activation x, String name, Supplier<ArrangedWeights> matrix, List<Value> bias, int units) {
        if (inIntegers()) {
            return integers(g, x, weights.quantized(g, name, matrix, units), bias);
        }
        int inputs = matrix.get().length() / units;
        var inputsOfGemm = new ArrayList<>(List.of(x.value(), weights.matrix(g, name, matrix, units, inputs)));
        inputsOfGemm.addAll(bias);
        return g.node("Gemm", inputsOfGemm, Attributes.of("transB", 1));
    }

    /**
     * Positions x [B, S, inputs] to [B, S, units].
     *
     * @param matrix [units, inputs], as libtorch keeps it
     */
    public Value positions(GraphBuilder g, Activation x, String name, Supplier<ArrangedWeights> matrix, int units) {
        int inputs = matrix.get().length() / units;
        if (!inIntegers()) {
            var transposed = weights.matrix(g, name, () -> matrix.get().transposed(units), inputs, units);
            return g.node("MatMul", List.of(x.value(), transposed));
        }
        var flat = ready(g, x).moved(all -> g.node("Reshape", List.of(all, g.longs(-1, inputs))));
        var product = rows(g, flat, name, matrix, units);
        var outer = g.node("Shape", List.of(x.any()), Attributes.of("end", 2));
        var shape = g.node("Concat", List.of(outer, g.longs(units)), Attributes.of("axis", 0));
        return g.node("Reshape", List.of(product, shape));
    }

    /**
     * Rows x [N, inputs] to [N, units], on 8-bit integers.
     *
     * @param bias none or one
     */
    public Value integers(GraphBuilder g, Activation x, WeightNodes.Quantized matrix, List<Value> bias) {
        var inputs = new ArrayList<>(
                List.of(ready(g, x).integers(), matrix.values(), scale(g, x), matrix.scales(), g.unsignedByte(ZERO)));
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
