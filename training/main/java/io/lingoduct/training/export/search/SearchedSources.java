package io.lingoduct.training.export.search;

import io.lingoduct.training.export.network.DecoderState;
import io.lingoduct.training.export.onnx.GraphBuilder;
import io.lingoduct.training.export.onnx.GraphBuilder.Value;
import io.lingoduct.training.export.output.OutputColumns;
import java.util.List;

/**
 * Sources that are searched together, from one step to the next: all of them, or those that a {@link ShrinkingLoop} has left.
 *
 * @param inputs of these sources
 * @param output columns that each of their N hypotheses may say
 * @param lastSteps [N] int64, the last step that each may take, counted from 0
 */
public record SearchedSources(SearchInputs inputs, OutputColumns output, BeamSizes sizes, Value lastSteps) {

    /** @param output columns that each source may say */
    static SearchedSources of(GraphBuilder g, SearchInputs inputs, OutputColumns output) {
        var sizes = BeamSizes.of(g, inputs);
        var lastSteps = sizes.repeated(g, g.node("Sub", List.of(inputs.rowLimits(), g.scalar(1))));
        var spread = output.spread(perSource -> sizes.repeated(g, perSource));
        return new SearchedSources(inputs, spread, sizes, lastSteps);
    }

    /** The decoder's state before the first step, of all N hypotheses. */
    DecoderState start(GraphBuilder g) {
        return inputs.source().start().map(each -> sizes.repeated(g, each.value()));
    }
}
