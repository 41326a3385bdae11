package io.lingoduct.training.export;

import io.lingoduct.training.export.GraphBuilder.Type;
import io.lingoduct.training.export.GraphBuilder.Value;
import java.util.List;

/**
 * Something that a loop carries from step to step: for each of B sources, or for each of N = B·K hypotheses.
 *
 * @param first as it is before the first step
 * @param dims names of its dimensions, sources or hypotheses first
 */
record Carried(String name, Type type, Value first, Use use, List<String> dims) {

    /** What becomes of it. */
    enum Use {
        /** Only the next step wants it. */
        STEP,
        /** Belongs to the result. */
        RESULT,
        /** Belongs to the result, and grows by a column each step; has none before the first. */
        COLUMNS
    }

    static Carried step(String name, Type type, Value first, String... dims) {
        return new Carried(name, type, first, Use.STEP, List.of(dims));
    }

    static Carried result(String name, Type type, Value first, String... dims) {
        return new Carried(name, type, first, Use.RESULT, List.of(dims));
    }

    static Carried columns(String name, Type type, Value none) {
        return new Carried(name, type, none, Use.COLUMNS, List.of("N", "T"));
    }

    /** The same of something else. */
    Carried with(Value other) {
        return new Carried(name, type, other, use, dims);
    }

    boolean isResult() {
        return use != Use.STEP;
    }

    boolean grows() {
        return use == Use.COLUMNS;
    }

    /** Declares it as an input of a loop's body. */
    Value asInput(GraphBuilder body) {
        return body.input(name, type, dims.toArray());
    }

    /** Declares what has become of it as an output of a loop's body. */
    void asOutput(GraphBuilder body, Value next) {
        body.output(
                name + "_next",
                next,
                type,
                dims.stream().map(dim -> dim + "_next").toArray());
    }
}
