package io.lingoduct.training.export;

import io.lingoduct.training.export.GraphBuilder.Value;
import java.util.List;

/** What a row may say next: L columns, each standing for a token. */
interface OutputNodes {

    /** Readouts [N, R], within [-1, 1], to the columns' scores [N, L]. */
    Value scores(GraphBuilder g, Activation readout);

    /** The tokens behind columns: any shape int64 to the same shape. */
    Value tokens(GraphBuilder g, Value columns);

    /** What of it belongs to one source each. */
    default List<Carried> perSource() {
        return List.of();
    }

    /** The same for other sources, of which {@link #perSource} is given. */
    default OutputNodes with(List<Value> perSource) {
        return this;
    }

    /** For K rows a source: N = B·K. */
    default OutputNodes spread(GraphBuilder g, BeamSizes sizes) {
        return this;
    }

    /** Every token of the target vocabulary: a column is a token. */
    record WholeVocabulary(ProductNodes products) implements OutputNodes {

        @Override
        public Value scores(GraphBuilder g, Activation readout) {
            var weights = products.weights();
            int vocabulary = weights.trained().config().targetVocabulary();
            if (products.inIntegers()) {
                var matrix = weights.quantizedOutput(g, vocabulary);
                return products.integers(g, readout, matrix.values(), matrix.scales(), List.of(weights.outputBias(g)));
            }
            var projection = weights.vocabularyMatrix(g, "output_weight", vocabulary);
            return g.node(
                    "Gemm", List.of(readout.value(), projection, weights.outputBias(g)), Attributes.of("transB", 1));
        }

        @Override
        public Value tokens(GraphBuilder g, Value columns) {
            return columns;
        }
    }
}
