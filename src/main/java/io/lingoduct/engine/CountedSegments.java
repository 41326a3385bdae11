package io.lingoduct.engine;

import io.lingoduct.model.EncodedSegment;
import io.lingoduct.model.Translator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Tokenizes the segments of one text while they are counted, so that they need not be tokenized again to be translated, nor
 * when they come again. Not for several threads.
 */
final class CountedSegments {

    private final Translator translator;
    private final int maxTokens;
    private final Map<String, EncodedSegment> accepted = new HashMap<>();

    /** What was counted since a segment was accepted last; most of it was only tried. */
    private final Map<String, EncodedSegment> tried = new HashMap<>();

    CountedSegments(Translator translator, int maxTokens) {
        this.translator = translator;
        this.maxTokens = maxTokens;
    }

    /** Number of tokens, as {@link Translator#countTokens} has it. */
    int count(String segment) {
        var encoded = find(segment).orElseGet(() -> translator.encodeUnlimited(segment));
        int tokens = encoded.length() - 1;
        if (tokens <= maxTokens) {
            tried.put(segment, encoded);
        }
        return tokens;
    }

    /** Whether the model can read a segment, see {@link Translator#isReadable}; if so, it is kept. */
    boolean accept(String segment) {
        int tokens = count(segment);
        var encoded = tried.get(segment);
        boolean readable = encoded == null || translator.isReadable(encoded);
        if (readable && tokens <= maxTokens) {
            accepted.put(segment, encoded);
        }
        tried.clear();
        return readable;
    }

    /** A segment that was counted; empty if it is too long. */
    Optional<EncodedSegment> find(String segment) {
        return Optional.ofNullable(accepted.getOrDefault(segment, tried.get(segment)));
    }
}
