package io.lingoduct.training.batch;

import io.lingoduct.model.tokenizer.Tokenizer;
import io.lingoduct.training.corpus.SentencePair;
import io.lingoduct.training.files.UnusableFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts sentence pairs into tokens, as in translating.
 *
 * @param source tokenizer of the source language
 * @param target tokenizer of the target language; the same one where the vocabulary is shared
 */
public record TokenPairs(Tokenizer source, Tokenizer target, TokenLimits limits) {

    /**
     * The pairs that keep within the limits, in their order.
     *
     * @param tokens of each of {@code pairs}
     */
    public record Fitting(List<SentencePair> pairs, List<EncodedPair> tokens) {}

    /** Leaves out the pairs that are too long: one more or less is no loss to learning. */
    public Fitting fitting(List<SentencePair> pairs) {
        var kept = new ArrayList<SentencePair>(pairs.size());
        var encoded = new ArrayList<EncodedPair>(pairs.size());
        for (var pair : pairs) {
            var tokens = encode(pair);
            if (limits.admit(tokens)) {
                kept.add(pair);
                encoded.add(tokens);
            }
        }
        return new Fitting(kept, encoded);
    }

    /**
     * Sentences that scores are computed on, which nothing may be dropped from.
     *
     * @param sourceFile file of the sources, line by line
     * @param targetFile file of the targets
     * @throws UnusableFileException if a pair is longer than the limits allow
     */
    public List<EncodedPair> all(List<SentencePair> pairs, Path sourceFile, Path targetFile) {
        var encoded = new ArrayList<EncodedPair>(pairs.size());
        for (var pair : pairs) {
            var ids = encode(pair);
            int line = encoded.size() + 1;
            require(sourceFile, line, ids.source().length - 1, "max-source-tokens", limits.source());
            require(targetFile, line, ids.target().length, "max-target-tokens", limits.target() - 1);
            encoded.add(ids);
        }
        return encoded;
    }

    private static void require(Path file, int line, int tokens, String key, int most) {
        if (tokens > most) {
            throw new UnusableFileException(
                    file,
                    "line %d has %,d tokens, where search.%s allows %,d; raise it, or remove the pair"
                            .formatted(line, tokens, key, most));
        }
    }

    private EncodedPair encode(SentencePair pair) {
        return EncodedPair.ofUnended(source.encode(pair.source()), target.encode(pair.target()));
    }
}
