package io.lingoduct.training.export;

import io.lingoduct.training.export.GraphBuilder.Value;
import java.util.List;
import java.util.Optional;

/** A kind of search, a step at a time. */
interface SearchSteps {

    /** Where {@link #start} has the tokens said last, [N] int64. */
    int LAST = 0;

    /** Where {@link #start} has whether a hypothesis says no more, [N] bool. */
    int DONE = 1;

    /**
     * What a step leads to.
     *
     * @param carried in the order of {@link #start}
     * @param looks what the caller wants to see of each step [B, S]; empty where it wants nothing
     */
    record Next(List<Value> carried, Optional<Value> looks) {}

    /** Begins with a name that tells one search from others in the graph. */
    String name();

    /** What it carries, before the first step. */
    List<Carried> start(GraphBuilder g, Round round);

    /**
     * One step.
     *
     * @param step scalar int64, steps done before, which is also how many columns each hypothesis has
     * @param now what is carried, in the order of {@link #start}
     */
    Next step(GraphBuilder g, Value step, List<Value> now, Round round);

    /** [B] int64: 1 for a source whose hypotheses are all done, and 0 for another. */
    Value sourcesDone(GraphBuilder g, List<Value> carried, BeamSizes sizes);
}
