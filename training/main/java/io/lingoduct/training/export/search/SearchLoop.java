package io.lingoduct.training.export.search;

import io.lingoduct.training.export.onnx.Attributes;
import io.lingoduct.training.export.onnx.GraphBuilder;
import io.lingoduct.training.export.onnx.GraphBuilder.Value;
import io.lingoduct.training.export.output.OutputColumns;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Repeats a search's step until all sources are done. */
public interface SearchLoop {

    /**
     * The end of a search.
     *
     * @param state its results, for all sources in their order; other values play no part any more
     * @param looks of all steps [T, B, S]; empty where the search shows nothing
     */
    record Ended<S>(S state, Optional<Value> looks) {}

    /**
     * @param all all sources
     * @param output columns that each of them may say
     */
    <S extends SearchSteps.State<S>> Ended<S> run(
            GraphBuilder g, SearchSteps<S> search, SearchInputs all, OutputColumns output);

    /** One loop with all sources from the first step to the last. */
    record Plain(boolean looks) implements SearchLoop {

        @Override
        public <S extends SearchSteps.State<S>> Ended<S> run(
                GraphBuilder g, SearchSteps<S> search, SearchInputs all, OutputColumns output) {
            var sources = SearchedSources.of(g, all, output);
            var start = search.start(g, sources);
            var initial = new ArrayList<>(List.of(all.options().maxLength(), g.scalar(true)));
            initial.addAll(start.valueList());
            var nothingDone = g.scalar(0);
            var everySource = g.node("Squeeze", List.of(all.rows(), g.longs(0)));
            var body = search.body(g, sources, start, nothingDone, everySource);
            int outputs = start.valueList().size() + (looks ? 1 : 0);
            var after = g.nodes("Loop", outputs, initial, Attributes.of("body", body))
                    .iterator();
            var ended = start.from(after);
            return new Ended<>(ended, looks ? Optional.of(after.next()) : Optional.empty());
        }
    }
}
