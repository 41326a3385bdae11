package io.lingoduct.training.export;

import io.lingoduct.training.export.GraphBuilder.Type;
import io.lingoduct.training.export.GraphBuilder.Value;
import java.util.List;

/**
 * A shortlist as output: the batch has L candidates in common, so that one small product serves all rows; what another row
 * brought in is masked for a row, so that rows do not depend on each other.
 *
 * @param ids [L] int64, the candidates' token ids
 * @param matrix [R, L] int8, their columns of the output projection
 * @param scales [L]
 * @param bias [B, L], or [N, L] when {@link #spread}: the candidates' biases, and next to minus infinity where a row may not say one
 */
record CandidateNodes(ProductNodes products, Value ids, Value matrix, Value scales, Value bias) implements OutputNodes {

    private static final float MASKED = -1e9f;

    /**
     * Gathers what the candidates need, once for all steps.
     *
     * @param ids [L] int64
     * @param mask [B, L] bool, what each row may say
     * @param products in 8-bit integers
     */
    static CandidateNodes of(GraphBuilder g, ProductNodes products, Value ids, Value mask) {
        var weights = products.weights();
        var whole = weights.quantizedOutput(g, weights.trained().config().targetVocabulary());
        // Rows are gathered fast, columns are not.
        var byToken = g.outermost().node("Transpose", List.of(whole.values())); // [V, R]
        var matrix = g.node("Transpose", List.of(g.node("Gather", List.of(byToken, ids))));
        var scales = g.node("Gather", List.of(whole.scales(), ids));
        var biases = g.node("Gather", List.of(weights.outputBias(g), ids));
        var bias = g.node("Where", List.of(mask, biases, g.scalar(MASKED)));
        return new CandidateNodes(products, ids, matrix, scales, bias);
    }

    @Override
    public List<Carried> perSource() {
        return List.of(Carried.step("candidate_bias", Type.FLOAT, bias, "B", "L"));
    }

    @Override
    public CandidateNodes with(List<Value> perSource) {
        return new CandidateNodes(products, ids, matrix, scales, perSource.get(0));
    }

    @Override
    public CandidateNodes spread(GraphBuilder g, BeamSizes sizes) {
        return new CandidateNodes(products, ids, matrix, scales, sizes.repeated(g, bias));
    }

    /** Whether there are candidates: without, the whole vocabulary serves. */
    static Value present(GraphBuilder g, Value ids) {
        var count = g.node("Size", List.of(ids));
        return g.node("Cast", List.of(count), Attributes.of("to", Type.BOOL.code()));
    }

    @Override
    public Value scores(GraphBuilder g, Activation readout) {
        return g.node("Add", List.of(products.integers(g, readout, matrix, scales, List.of()), bias));
    }

    @Override
    public Value tokens(GraphBuilder g, Value columns) {
        return g.node("Gather", List.of(ids, columns));
    }
}
