package io.lingoduct.engine;

import io.lingoduct.front.SegmentTokens;
import io.lingoduct.model.EncodedSegment;
import io.lingoduct.model.Translator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Tokenizes the segments of one text while they are counted, so that they need not be tokenized again to be translated, nor when
 * they come again. Written by one thread; once a text is cut, many may read it.
 */
final class TokenizedSegments implements SegmentTokens {

    private final Translator translator;
    private final int maxTokens;
    private final Map<String, EncodedSegment> accepted = new HashMap<>();

    /** Segments counted since one was accepted last; most of them were only tried. */
    private final Map<String, EncodedSegment> tried = new HashMap<>();

    TokenizedSegments(Translator translator, int maxTokens) {
        this.translator = translator;
        this.maxTokens = maxTokens;
    }

    @Override
    public int count(String segment) {
        var encoded = find(segment).orElseGet(() -> translator.encodeUnlimited(segment));
        int tokens = encoded.length() - 1;
        if (tokens <= maxTokens) {
            tried.put(segment, encoded);
        }
        return tokens;
    }

    @Override
    public boolean accept(String segment) {
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
