package io.lingoduct.training.export;

import io.lingoduct.training.export.GraphBuilder.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Repeats a search's step until all sources are done. */
interface SearchLoop {

    /**
     * How a search ended.
     *
     * @param values what belongs to the result, for all sources in their order
     * @param looks of all steps [T, B, S]; empty where the search shows nothing
     */
    record Ended(List<Value> values, Optional<Value> looks) {}

    /**
     * @param all all sources
     * @param output what each of them may say
     */
    Ended run(GraphBuilder g, SearchSteps search, SearchInputs all, OutputNodes output);

    /** One loop with all sources from the first step to the last. */
    record Plain(boolean looks) implements SearchLoop {

        @Override
        public Ended run(GraphBuilder g, SearchSteps search, SearchInputs all, OutputNodes output) {
            var round = Round.of(g, all, output);
            var carried = search.start(g, round);
            var initial = new ArrayList<>(List.of(all.maxLength(), g.scalar(true)));
            carried.forEach(each -> initial.add(each.first()));
            var body = round.body(g, search, carried, g.scalar(0), g.node("Squeeze", List.of(all.rows(), g.longs(0))));
            int outputs = carried.size() + (looks ? 1 : 0);
            var after = g.nodes("Loop", outputs, initial, Attributes.of("body", body));
            var values = new ArrayList<Value>();
            for (int i = 0; i < carried.size(); i++) {
                if (carried.get(i).isResult()) {
                    values.add(after.get(i));
                }
            }
            return new Ended(values, looks ? Optional.of(after.get(carried.size())) : Optional.empty());
        }
    }
}
