package io.lingoduct.training.export.output;

import io.lingoduct.training.export.network.LayerNodes;
import io.lingoduct.training.export.onnx.Activation;
import io.lingoduct.training.export.onnx.GraphBuilder;
import io.lingoduct.training.export.onnx.GraphBuilder.Value;
import io.lingoduct.training.export.onnx.LoopState;
import java.util.function.UnaryOperator;

/**
 * Columns of the output projection: L tokens that a row may say next. As the state of a loop they hold what belongs to one
 * source each.
 */
public interface OutputColumns extends LoopState<OutputColumns> {

    /** Readouts [N, R], within [-1, 1], to the columns' scores [N, L]. */
    Value scores(GraphBuilder g, Activation readout);

    /** The tokens behind columns: any shape int64 to the same shape. */
    Value tokens(GraphBuilder g, Value columns);

    /**
     * The same for N = B·K rows.
     *
     * @param repeated repeats each row [B, ..] for the K rows of its source
     */
    OutputColumns spread(UnaryOperator<Value> repeated);

    /** Every token of the target vocabulary: a column is a token. */
    record WholeVocabulary(LayerNodes layers) implements OutputColumns {

        @Override
        public Value scores(GraphBuilder g, Activation readout) {
            return layers.output(g, readout);
        }

        @Override
        public Value tokens(GraphBuilder g, Value columns) {
            return columns;
        }

        @Override
        public OutputColumns map(Visitor visitor) {
            return this;
        }

        @Override
        public OutputColumns spread(UnaryOperator<Value> repeated) {
            return this;
        }
    }
}
