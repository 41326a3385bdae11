package io.lingoduct.training.run;

import io.lingoduct.training.batch.EncodedPair;
import io.lingoduct.training.batch.PairSource;
import io.lingoduct.training.batch.TokenPairs;
import io.lingoduct.training.config.RunConfig;
import io.lingoduct.training.corpus.SentencePair;
import io.lingoduct.training.files.UnusableFileException;
import io.lingoduct.training.loop.ProgressDisplay;
import java.io.IOException;
import java.util.List;

/**
 * The sentences of a run as token ids.
 *
 * @param learnt what the network learns from: cut anew for each epoch where the configuration asks for that
 * @param train the training pairs that keep within the limits, cut as in translating
 * @param dev of each pair of the dev set
 * @param test of each pair of the test set; empty where there is none
 */
record EncodedCorpora(PairSource learnt, List<EncodedPair> train, List<EncodedPair> dev, List<EncodedPair> test) {

    /** @throws UnusableFileException if no training pair is left, or one that scores are computed on is too long */
    static EncodedCorpora of(RunConfig config, Corpora corpora, Vocabularies vocabularies, ProgressDisplay display)
            throws IOException {
        var data = config.data();
        var pairs = new TokenPairs(
                vocabularies.source(),
                vocabularies.target(),
                config.search().limits().tokens());
        var train = pairs.fitting(corpora.train());
        tell(train.tokens(), corpora.train().size(), display);
        if (train.tokens().isEmpty()) {
            throw new UnusableFileException(
                    data.train().source(),
                    "every pair is longer than search.max-source-tokens or search.max-target-tokens allow");
        }
        return new EncodedCorpora(
                LearntPairs.of(config, train, vocabularies, display),
                train.tokens(),
                all(pairs, data.dev(), corpora.dev()),
                data.test() == null ? List.of() : all(pairs, data.test(), corpora.test()));
    }

    private static void tell(List<EncodedPair> train, int read, ProgressDisplay display) {
        display.say("Tokens: %,d source, %,d target; %,d pairs dropped for their length in tokens"
                .formatted(
                        train.stream().mapToLong(p -> p.source().length).sum(),
                        train.stream().mapToLong(p -> p.target().length + 1).sum(),
                        read - train.size()));
    }

    private static List<EncodedPair> all(TokenPairs tokens, RunConfig.Corpus corpus, List<SentencePair> pairs) {
        return tokens.all(pairs, corpus.source(), corpus.target());
    }
}
