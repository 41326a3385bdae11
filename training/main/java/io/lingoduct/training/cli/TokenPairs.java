package io.lingoduct.training.cli;

import io.lingoduct.training.batch.EncodedPair;
import io.lingoduct.training.batch.PairSource;
import io.lingoduct.training.config.RunConfig;
import io.lingoduct.training.corpus.SentencePair;
import io.lingoduct.training.files.UnusableFileException;
import io.lingoduct.training.loop.ProgressDisplay;
import io.lingoduct.training.network.SearchLimits;
import io.lingoduct.training.vocabulary.VocabularyBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Sentence pairs as token ids. */
final class TokenPairs {

    private TokenPairs() {}

    /**
     * The training pairs that keep within the limits.
     *
     * @param source what the network learns from: cut anew for each epoch where the configuration asks for that
     * @param ordinary cut as in translating
     */
    record Training(PairSource source, List<EncodedPair> ordinary) {}

    /**
     * @throws UnusableFileException if no pair is left
     */
    static Training training(
            RunConfig config, List<SentencePair> pairs, Vocabularies vocabularies, ProgressDisplay display)
            throws IOException {
        var kept = new ArrayList<SentencePair>(pairs.size());
        var encoded = new ArrayList<EncodedPair>(pairs.size());
        for (var pair : pairs) {
            var tokens = encode(pair, vocabularies);
            if (fit(tokens, config.limits())) {
                kept.add(pair);
                encoded.add(tokens);
            }
        }
        display.say("Tokens: %,d source, %,d target; %,d pairs dropped for their length in tokens"
                .formatted(
                        encoded.stream().mapToLong(p -> p.source().length).sum(),
                        encoded.stream().mapToLong(p -> p.target().length + 1).sum(),
                        pairs.size() - encoded.size()));
        if (encoded.isEmpty()) {
            throw new UnusableFileException(
                    config.data().train().source(),
                    "every pair is longer than search.max-source-tokens or search.max-target-tokens allow");
        }
        return new Training(source(config, kept, encoded, vocabularies), encoded);
    }

    private static PairSource source(
            RunConfig config, List<SentencePair> pairs, List<EncodedPair> encoded, Vocabularies vocabularies)
            throws IOException {
        double dropout = config.vocabulary().dropout();
        return dropout == 0
                ? PairSource.fixed(encoded)
                : new ResampledPairs(
                        pairs,
                        encoded,
                        vocabularies,
                        dropout,
                        config.limits(),
                        config.training().seed());
    }

    /**
     * Sentences that scores are computed on.
     *
     * @throws UnusableFileException if a sentence is longer than the model takes or says: nothing may be left out of a score
     */
    static List<EncodedPair> all(
            RunConfig.Corpus corpus, List<SentencePair> pairs, Vocabularies vocabularies, SearchLimits limits) {
        var encoded = new ArrayList<EncodedPair>(pairs.size());
        for (var pair : pairs) {
            var ids = encode(pair, vocabularies);
            int line = encoded.size() + 1;
            require(corpus.source(), line, ids.source().length - 1, "max-source-tokens", limits.maxSourceTokens());
            require(corpus.target(), line, ids.target().length, "max-target-tokens", limits.maxTargetTokens() - 1);
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

    static boolean fit(EncodedPair pair, SearchLimits limits) {
        return pair.source().length - 1 <= limits.maxSourceTokens() && pair.target().length < limits.maxTargetTokens();
    }

    /** Ends the source with end-of-sentence. */
    static EncodedPair of(long[] source, long[] target) {
        var withEnd = Arrays.copyOf(source, source.length + 1);
        withEnd[source.length] = VocabularyBuilder.EOS;
        return new EncodedPair(withEnd, target);
    }

    private static EncodedPair encode(SentencePair pair, Vocabularies vocabularies) {
        return of(
                vocabularies.source().encode(pair.source()),
                vocabularies.target().encode(pair.target()));
    }
}
