package io.lingoduct.bench.fidelity.probe;

import io.lingoduct.front.TextOptions;
import java.util.List;
import java.util.function.Predicate;

/**
 * A text to translate, and the questions that its translation is asked.
 *
 * @param source the text
 * @param options what its sender says about it
 * @param questions at least one
 */
public record Probe(String source, TextOptions options, List<Question> questions) {

    /**
     * A question to an output.
     *
     * @param part the part of the figures that it counts in
     * @param row its row there
     * @param kept whether what was asked for is in an output
     */
    public record Question(String part, String row, Predicate<String> kept) {}
}
