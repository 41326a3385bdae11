package io.lingoduct.engine;

import io.lingoduct.model.EncodedSegment;
import io.lingoduct.model.Translator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Tokenizes the segments of one text while they are counted, so that they need not be tokenized again to be translated. Not for
 * several threads.
 */
final class CountedSegments {

    private final Translator translator;
    private final int maxTokens;
    private final Map<String, EncodedSegment> fitting = new HashMap<>();

    CountedSegments(Translator translator, int maxTokens) {
        this.translator = translator;
        this.maxTokens = maxTokens;
    }

    /** Number of tokens, as {@link Translator#countTokens} has it. */
    int count(String segment) {
        var encoded = translator.encodeUnlimited(segment);
        int tokens = encoded.length() - 1;
        if (tokens <= maxTokens) {
            fitting.put(segment, encoded);
        }
        return tokens;
    }

    /** A segment that was counted; empty if it is too long. */
    Optional<EncodedSegment> find(String segment) {
        return Optional.ofNullable(fitting.get(segment));
    }
}
