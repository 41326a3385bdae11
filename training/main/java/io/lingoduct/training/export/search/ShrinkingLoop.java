package io.lingoduct.training.export.search;

import ai.onnx.proto.OnnxMl.GraphProto;
import io.lingoduct.training.export.onnx.Attributes;
import io.lingoduct.training.export.onnx.Carried;
import io.lingoduct.training.export.onnx.GraphBuilder;
import io.lingoduct.training.export.onnx.GraphBuilder.Type;
import io.lingoduct.training.export.onnx.GraphBuilder.Value;
import io.lingoduct.training.export.onnx.LoopState;
import io.lingoduct.training.export.onnx.Vectors;
import io.lingoduct.training.export.output.OutputColumns;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A loop of rounds, between which the sources that are done leave.
 *
 * <p>Translations of a batch differ in length. In one loop over the whole batch, a third of the work goes into rows that say
 * only padding. Here an outer loop runs rounds: an inner loop steps all rows of the round, unmoved, until an eighth of its
 * sources is done; then the round scatters its results to their places among all sources and gathers the rows that stay.
 *
 * <p>The trade: leaving in every step would waste nothing, but it would copy the encoded sources, by far the largest of what
 * a row owns, in every step. With rounds they are copied once a round, about log(B) / log(8/7) times in all, and at most an
 * eighth of a round's sources waits for its end. The cost besides is room for the results of all sources over the full length
 * limit, and one more level of loops in the graph.
 *
 * <p>The translation of a source does not depend on who is left beside it where products give the same for any number of rows,
 * as those of integers do. Those in float32 may differ in their last digits with the number of rows, so graphs in float32 use
 * {@link SearchLoop.Plain}.
 */
public final class ShrinkingLoop implements SearchLoop {

    /** A round ends when one in so many of its sources is done. */
    private static final long LEAVERS = 8;

    /**
     * State between two rounds.
     *
     * @param steps scalar int64, steps of all rounds until now
     * @param places [N] int64, the place of each row among the rows of all sources
     * @param search of the rows that are left
     * @param sources that are left
     * @param output columns that these may say
     * @param wholes results of the search for all sources; values that are no results play no part
     */
    private record State<S extends LoopState<S>>(
            Value steps, Value places, S search, SearchInputs sources, OutputColumns output, S wholes)
            implements LoopState<State<S>> {

        @Override
        public State<S> map(Visitor visitor) {
            return new State<>(
                    visitor.step("steps", Type.INT64, steps),
                    visitor.step("places", Type.INT64, places, "N"),
                    search.map(visitor),
                    sources.map(visitor),
                    output.map(visitor),
                    mapResults(wholes, whole -> visitor.visit(whole.prefixed("all_"))));
        }
    }

    private static <S extends LoopState<S>> S mapResults(S state, LoopState.Visitor visitor) {
        return state.map(each -> each.isResult() ? visitor.visit(each) : each.value());
    }

    @Override
    public <S extends SearchSteps.State<S>> Ended<S> run(
            GraphBuilder g, SearchSteps<S> search, SearchInputs all, OutputColumns output) {
        var sources = SearchedSources.of(g, all, output);
        var start = search.start(g, sources);
        var wholes = mapResults(start, result -> whole(g, result, sources));
        var initial = new ArrayList<>(List.of(all.options().maxLength(), g.scalar(true)));
        var first =
                new State<>(g.scalar(0), Vectors.positions(g, sources.sizes().rows()), start, all, output, wholes);
        initial.addAll(first.valueList());
        var body = round(g, search, first);
        var after = g.nodes("Loop", first.valueList().size(), initial, Attributes.of("body", body));
        var ended = first.from(after.iterator());
        return new Ended<>(cut(g, ended), Optional.empty());
    }

    /** Room for the results of all hypotheses. */
    private static Value whole(GraphBuilder g, Carried result, SearchedSources sources) {
        if (!result.grows()) {
            return result.value();
        }
        var width = g.node("Reshape", List.of(sources.inputs().options().maxLength(), g.longs(1)));
        var shape = g.node("Concat", List.of(sources.sizes().rows(), width), Attributes.of("axis", 0));
        return g.node("Expand", List.of(g.scalar(0), shape));
    }

    /** Columns go no further than the steps that were taken. */
    private static <S extends LoopState<S>> S cut(GraphBuilder g, State<S> ended) {
        var end = g.node("Reshape", List.of(ended.steps(), g.longs(1)));
        return mapResults(
                ended.wholes(),
                whole -> whole.grows()
                        ? g.node("Slice", List.of(whole.value(), g.longs(0), end, g.longs(1)))
                        : whole.value());
    }

    /** One round: steps until some sources are done, and then the way out for these. */
    private static <S extends SearchSteps.State<S>> GraphProto round(
            GraphBuilder outer, SearchSteps<S> search, State<S> first) {
        var g = outer.subgraph(search.name() + "_round");
        g.input("round", Type.INT64);
        g.input("running", Type.BOOL);
        var now = first.asInputs(g);
        var sources = SearchedSources.of(g, now.sources().counted(g), now.output());
        var after = steps(g, search, sources, now);

        var left = g.node("Sub", List.of(g.scalar(1), search.sourcesDone(g, after, sources.sizes()))); // [B]
        var staying = g.node("Reshape", List.of(g.node("NonZero", List.of(left)), g.longs(-1)));
        var stayingRows = sources.sizes().rowsOfSources(g, staying);
        g.output("running_next", g.node("Greater", List.of(g.node("Size", List.of(staying)), g.scalar(0))), Type.BOOL);
        g.output("steps_next", columns(g, after.said()), Type.INT64);
        g.output("places_next", g.node("Gather", List.of(now.places(), stayingRows)), Type.INT64, "N_next");
        leave(g, after, stayingRows);
        leave(g, now.sources(), staying);
        leave(g, now.output(), staying);
        keep(g, after, now);
        return g.build();
    }

    private static <S extends SearchSteps.State<S>> S steps(
            GraphBuilder g, SearchSteps<S> search, SearchedSources sources, State<S> now) {
        var count = g.node("Squeeze", List.of(sources.sizes().sources(), g.longs(0)));
        var leavers = g.node("Div", List.of(g.node("Add", List.of(count, g.scalar(LEAVERS - 1))), g.scalar(LEAVERS)));
        var most = g.node("Sub", List.of(sources.inputs().options().maxLength(), now.steps()));
        var initial = new ArrayList<>(List.of(most, g.scalar(true)));
        initial.addAll(now.search().valueList());
        var body = search.body(g, sources, now.search(), now.steps(), leavers);
        var after = g.nodes("Loop", now.search().valueList().size(), initial, Attributes.of("body", body));
        return now.search().from(after.iterator());
    }

    /** Number of columns of each hypothesis: one for each step of all rounds. */
    private static Value columns(GraphBuilder g, Value said) {
        var width = g.node("Shape", List.of(said), Attributes.of("start", 1));
        return g.node("Squeeze", List.of(width, g.longs(0)));
    }

    /** Hands on the rows that stay. */
    private static void leave(GraphBuilder g, LoopState<?> state, Value staying) {
        state.carried().forEach(each -> each.with(g.node("Gather", List.of(each.value(), staying)))
                .asOutput(g));
    }

    /** Keeps the results of this round; those of sources that stay are overwritten in a later one. */
    private static <S extends LoopState<S>> void keep(GraphBuilder g, S after, State<S> now) {
        var rows = Vectors.column(g, now.places());
        var results =
                after.carried().stream().filter(Carried::isResult).toList().iterator();
        mapResults(now.wholes(), whole -> {
            var result = results.next();
            var fitting = result.grows() ? widened(g, result.value(), whole.value()) : result.value();
            var kept = g.node("ScatterND", List.of(whole.value(), rows, fitting));
            whole.prefixed("all_").with(kept).asOutput(g);
            return kept;
        });
    }

    /** Columns [N, T], padded to the width of a whole. */
    private static Value widened(GraphBuilder g, Value columns, Value whole) {
        var width = g.node("Shape", List.of(whole), Attributes.of("start", 1));
        var missing = g.node("Sub", List.of(width, g.node("Shape", List.of(columns), Attributes.of("start", 1))));
        var pads = g.node("Concat", List.of(g.longs(0, 0, 0), missing), Attributes.of("axis", 0));
        return g.node("Pad", List.of(columns, pads));
    }
}
