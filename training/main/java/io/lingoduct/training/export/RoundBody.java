package io.lingoduct.training.export;

import ai.onnx.proto.OnnxMl.GraphProto;
import io.lingoduct.training.export.GraphBuilder.Type;
import io.lingoduct.training.export.GraphBuilder.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * One round of a {@link ShrinkingLoop}: steps until some sources are done, and then the way out for these.
 *
 * @param all the inputs of all sources
 * @param output what each of them may say
 * @param carried by the search
 * @param wholes room for the results among {@code carried}, in their order, for the hypotheses of all sources
 */
record RoundBody(
        SearchSteps search, SearchInputs all, OutputNodes output, List<Carried> carried, List<Carried> wholes) {

    /** A round ends when one in so many of its sources is done. */
    private static final long LEAVERS = 8;

    /**
     * Carries, in this order, the number of steps until now; where each row stands among all; what the search carries; what
     * belongs to the sources; the results of all.
     */
    GraphProto build(GraphBuilder outer) {
        var g = outer.subgraph(search.name() + "_round");
        g.input("round", Type.INT64);
        g.input("running", Type.BOOL);
        var before = g.input("steps", Type.INT64);
        var places = g.input("places", Type.INT64, "N");
        var now = inputs(g, carried);
        var sources = inputs(g, all.perSource());
        var sayable = inputs(g, output.perSource());
        var results = inputs(g, wholes);

        var round = Round.of(g, all.with(g, sources), output.with(sayable));
        var after = steps(g, round, now, before);
        var left = g.node("Sub", List.of(g.scalar(1), search.sourcesDone(g, after, round.sizes()))); // [B]
        var staying = g.node("Reshape", List.of(g.node("NonZero", List.of(left)), g.longs(-1)));
        var stayingRows = round.sizes().rowsOfSources(g, staying);

        g.output("running_next", g.node("Greater", List.of(g.node("Size", List.of(staying)), g.scalar(0))), Type.BOOL);
        g.output("steps_next", columns(g, after), Type.INT64);
        g.output("places_next", g.node("Gather", List.of(places, stayingRows)), Type.INT64, "N_next");
        outputs(g, carried, after, stayingRows);
        outputs(g, all.perSource(), sources, staying);
        outputs(g, output.perSource(), sayable, staying);
        keep(g, after, places, results);
        return g.build();
    }

    private static List<Value> inputs(GraphBuilder g, List<Carried> carried) {
        return carried.stream().map(each -> each.asInput(g)).toList();
    }

    private static void outputs(GraphBuilder g, List<Carried> carried, List<Value> after, Value staying) {
        for (int i = 0; i < carried.size(); i++) {
            carried.get(i).asOutput(g, g.node("Gather", List.of(after.get(i), staying)));
        }
    }

    private List<Value> steps(GraphBuilder g, Round round, List<Value> now, Value before) {
        var sources = g.node("Squeeze", List.of(round.sizes().sources(), g.longs(0)));
        var leavers = g.node("Div", List.of(g.node("Add", List.of(sources, g.scalar(LEAVERS - 1))), g.scalar(LEAVERS)));
        var most = g.node("Sub", List.of(all.maxLength(), before));
        var initial = new ArrayList<>(List.of(most, g.scalar(true)));
        initial.addAll(now);
        var body = round.body(g, search, carried, before, leavers);
        return g.nodes("Loop", carried.size(), initial, Attributes.of("body", body));
    }

    /** How many columns each hypothesis has: one for each step of all rounds. */
    private Value columns(GraphBuilder g, List<Value> after) {
        int said = carried.stream().map(Carried::grows).toList().indexOf(true);
        var width = g.node("Shape", List.of(after.get(said)), Attributes.of("start", 1));
        return g.node("Squeeze", List.of(width, g.longs(0)));
    }

    /** Keeps the results of this round; those of sources that stay are overwritten in a later one. */
    private void keep(GraphBuilder g, List<Value> after, Value places, List<Value> results) {
        var rows = SearchInputs.column(g, places);
        int at = 0;
        for (int i = 0; i < carried.size(); i++) {
            if (carried.get(i).isResult()) {
                var whole = results.get(at);
                var result = carried.get(i).grows() ? widened(g, after.get(i), whole) : after.get(i);
                wholes.get(at).asOutput(g, g.node("ScatterND", List.of(whole, rows, result)));
                at++;
            }
        }
    }

    /** Columns [N, T], padded to the width of a whole. */
    private static Value widened(GraphBuilder g, Value columns, Value whole) {
        var width = g.node("Shape", List.of(whole), Attributes.of("start", 1));
        var missing = g.node("Sub", List.of(width, g.node("Shape", List.of(columns), Attributes.of("start", 1))));
        var pads = g.node("Concat", List.of(g.longs(0, 0, 0), missing), Attributes.of("axis", 0));
        return g.node("Pad", List.of(columns, pads));
    }
}
