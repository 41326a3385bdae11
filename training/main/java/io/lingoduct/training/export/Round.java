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
 * @param lastSteps [N] int64, the last step that each may take, counted from 0
 */
record Round(SearchInputs inputs, OutputNodes output, BeamSizes sizes, Value lastSteps) {

    /** @param output what each source may say */
    static Round of(GraphBuilder g, SearchInputs inputs, OutputNodes output) {
        var sizes = BeamSizes.of(g, inputs);
        var lastSteps = sizes.repeated(g, g.node("Sub", List.of(inputs.rowLimits(), g.scalar(1))));
        return new Round(inputs, output.spread(g, sizes), sizes, lastSteps);
    }

    /**
     * The body of a loop that goes on until some sources are done.
     *
     * @param before scalar int64, steps done before the loop's first
     * @param leavers scalar int64, how many sources are done when it ends
     */
    GraphProto body(GraphBuilder g, SearchSteps search, List<Carried> carried, Value before, Value leavers) {
        var body = g.subgraph(search.name() + "_step");
        var iteration = body.input("step", Type.INT64);
        body.input("running", Type.BOOL);
        var now = new ArrayList<Value>();
        carried.forEach(each -> now.add(each.asInput(body)));
        var step = body.node("Add", List.of(iteration, before));
        var next = search.step(body, step, now, this);
        body.output("running_next", more(body, search, next.carried(), leavers), Type.BOOL);
        for (int i = 0; i < carried.size(); i++) {
            carried.get(i).asOutput(body, next.carried().get(i));
        }
        next.looks().ifPresent(looks -> body.output("attention", looks, Type.FLOAT, "B", "S"));
        return body.build();
    }

    private Value more(GraphBuilder g, SearchSteps search, List<Value> carried, Value leavers) {
        var done = g.node("ReduceSum", List.of(search.sourcesDone(g, carried, sizes)), Attributes.of("keepdims", 0));
        return g.node("Less", List.of(done, leavers));
    }
}
