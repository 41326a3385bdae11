package io.lingoduct.training.export;

import ai.onnx.proto.OnnxMl.GraphProto;
import io.lingoduct.training.export.GraphBuilder.Type;
import io.lingoduct.training.export.GraphBuilder.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * Sources that are searched together for a while.
 *
 * @param inputs of these sources
 * @param output what each of their N hypotheses may say
 */
record Round(SearchInputs inputs, OutputNodes output, BeamSizes sizes) {

    /** @param output what each source may say */
    static Round of(GraphBuilder g, SearchInputs inputs, OutputNodes output) {
        var sizes = BeamSizes.of(g, inputs);
        return new Round(inputs, output.spread(g, sizes), sizes);
    }

    /**
     * The body of a loop that goes on while more than some sources are left.
     *
     * @param before scalar int64, steps done before the loop's first
     * @param fewest scalar int64, how many sources may be left when it ends
     */
    GraphProto body(GraphBuilder g, SearchSteps search, List<Carried> carried, Value before, Value fewest) {
        var body = g.subgraph(search.name() + "_step");
        var iteration = body.input("step", Type.INT64);
        body.input("running", Type.BOOL);
        var now = new ArrayList<Value>();
        carried.forEach(each -> now.add(each.asInput(body)));
        var step = body.node("Add", List.of(iteration, before));
        var next = search.step(body, step, now, this);
        body.output("running_next", more(body, next.carried().get(SearchSteps.DONE), fewest), Type.BOOL);
        for (int i = 0; i < carried.size(); i++) {
            carried.get(i).asOutput(body, next.carried().get(i));
        }
        next.looks().ifPresent(looks -> body.output("attention", looks, Type.FLOAT, "B", "S"));
        return body.build();
    }

    private Value more(GraphBuilder g, Value done, Value fewest) {
        var counted = WeightNodes.cast(g, left(g, done), Type.INT64);
        var left = g.node("ReduceSum", List.of(counted), Attributes.of("keepdims", 0));
        return g.node("Greater", List.of(left, fewest));
    }

    /** [B] bool: which sources have a hypothesis that is not done. */
    Value left(GraphBuilder g, Value done) {
        var flags = WeightNodes.cast(g, g.node("Reshape", List.of(done, sizes.shape())), Type.INT32);
        var all = g.node(
                "ReduceMin", List.of(flags), Attributes.of("axes", new long[] {1}), Attributes.of("keepdims", 0));
        return g.node("Not", List.of(WeightNodes.cast(g, all, Type.BOOL)));
    }
}
