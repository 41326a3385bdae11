package io.lingoduct.training.export;

import io.lingoduct.training.export.GraphBuilder.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A loop of rounds, between which sources that are done leave: translations of a batch differ in length, and without that a
 * third of the work would go into rows that say padding. Within a round no row moves, so that the encoded sources are copied
 * once a round and not once a step.
 *
 * <p>What a source says does not depend on who is left beside it where products give the same for any number of rows, as those
 * of integers do.
 */
final class ShrinkingLoop implements SearchLoop {

    @Override
    public Ended run(GraphBuilder g, SearchSteps search, SearchInputs all, OutputNodes output) {
        var first = Round.of(g, all, output);
        var carried = search.start(g, first);
        var wholes = carried.stream()
                .filter(Carried::isResult)
                .map(each -> whole(g, each, first))
                .toList();
        var body = new RoundBody(search, all, output, carried, wholes);

        var initial = new ArrayList<>(List.of(all.maxLength(), g.scalar(true), g.scalar(0)));
        initial.add(SearchInputs.positions(g, first.sizes().rows()));
        Stream.of(carried, all.perSource(), output.perSource(), wholes)
                .flatMap(List::stream)
                .forEach(each -> initial.add(each.first()));
        var after = g.nodes("Loop", initial.size() - 2, initial, Attributes.of("body", body.build(g)));
        var ended = after.subList(after.size() - wholes.size(), after.size());
        return new Ended(cut(g, wholes, ended, after.get(0)), Optional.empty());
    }

    /** Room for what a result becomes for all hypotheses. */
    private static Carried whole(GraphBuilder g, Carried result, Round round) {
        var room = result.first();
        if (result.grows()) {
            var width = g.node("Reshape", List.of(round.inputs().maxLength(), g.longs(1)));
            var shape = g.node("Concat", List.of(round.sizes().rows(), width), Attributes.of("axis", 0));
            room = g.node("Expand", List.of(g.scalar(0), shape));
        }
        var dims = result.dims().stream().map(dim -> "all_" + dim).toList();
        return new Carried("all_" + result.name(), result.type(), room, result.use(), dims);
    }

    /** Columns go no further than the steps that were taken. */
    private static List<Value> cut(GraphBuilder g, List<Carried> wholes, List<Value> ended, Value steps) {
        var end = g.node("Reshape", List.of(steps, g.longs(1)));
        var results = new ArrayList<Value>();
        for (int i = 0; i < wholes.size(); i++) {
            var whole = ended.get(i);
            results.add(wholes.get(i).grows() ? g.node("Slice", List.of(whole, g.longs(0), end, g.longs(1))) : whole);
        }
        return results;
    }
}
