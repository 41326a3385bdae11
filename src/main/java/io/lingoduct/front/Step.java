package io.lingoduct.front;

import io.lingoduct.model.Alignment;
import io.lingoduct.model.Translation;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a segment needs next on its way through a model. Whoever has the model carries it out and asks for the step that follows, until
 * the segment is done; how many segments share a run is theirs to say.
 */
public sealed interface Step {

    /** How the model is to search. */
    enum Search {
        USUAL,
        /** Without saying the same thing twice: slower, and for what went round in a loop. */
        UNREPEATED
    }

    /**
     * A segment for the model.
     *
     * @param input as the model is to read it
     */
    record Request(String input, Search search) {}

    /**
     * Has segments translated.
     *
     * @param next takes the answers in the order of the requests; one is empty where the model does not take the request, because
     *     it is too long or cannot be searched so
     */
    record Translate(List<Request> requests, Function<List<Optional<Translation>>, Step> next) implements Step {}

    /**
     * Has a translation aligned with its source.
     *
     * @param source as the model has read it
     * @param target as the model has written it
     * @param next takes the attention; empty where the model does not show it
     */
    record Align(String source, String target, Function<Optional<Alignment>, Step> next) implements Step {}

    /** The end of the way. */
    record Done(SegmentResult result) implements Step {}
}
