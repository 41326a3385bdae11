package io.lingoduct.training.export.search;

import ai.onnx.proto.OnnxMl.GraphProto;
import io.lingoduct.training.export.onnx.Attributes;
import io.lingoduct.training.export.onnx.GraphBuilder;
import io.lingoduct.training.export.onnx.GraphBuilder.Type;
import io.lingoduct.training.export.onnx.GraphBuilder.Value;
import io.lingoduct.training.export.onnx.LoopState;
import java.util.List;
import java.util.Optional;

/**
 * A kind of search, a step at a time.
 *
 * @param <S> its state, a record
 */
public interface SearchSteps<S extends SearchSteps.State<S>> {

    /** State of a search between two steps, for N hypotheses. */
    interface State<S> extends LoopState<S> {

        /** Columns of the output that each hypothesis has said, [N, T] int64. */
        Value said();
    }

    /**
     * A step's outcome.
     *
     * @param looks attention that the caller wants to see of each step [B, S]; empty where it wants none
     */
    record Next<S>(S state, Optional<Value> looks) {}

    /** Begins with a name that tells one search from others in the graph. */
    String name();

    /** The state before the first step. */
    S start(GraphBuilder g, SearchedSources sources);

    /**
     * One step.
     *
     * @param step scalar int64, steps done before, which is also how many columns each hypothesis has
     */
    Next<S> step(GraphBuilder g, Value step, S now, SearchedSources sources);

    /** [B] int64: 1 for a source whose hypotheses are all done, and 0 for another. */
    Value sourcesDone(GraphBuilder g, S state, BeamSizes sizes);

    /**
     * The body of a loop of steps, which goes on until some sources are done.
     *
     * @param first the state before the loop
     * @param before scalar int64, steps done before the loop's first
     * @param leavers scalar int64, how many sources are done when it ends
     */
    default GraphProto body(GraphBuilder g, SearchedSources sources, S first, Value before, Value leavers) {
        var body = g.subgraph(name() + "_step");
        var iteration = body.input("step", Type.INT64);
        body.input("running", Type.BOOL);
        var now = first.asInputs(body);
        var step = body.node("Add", List.of(iteration, before));
        var next = step(body, step, now, sources);
        var flags = sourcesDone(body, next.state(), sources.sizes());
        var done = body.node("ReduceSum", List.of(flags), Attributes.of("keepdims", 0));
        body.output("running_next", body.node("Less", List.of(done, leavers)), Type.BOOL);
        next.state().asOutputs(body);
        next.looks().ifPresent(looks -> body.output("attention", looks, Type.FLOAT, "B", "S"));
        return body.build();
    }
}
