package io.lingoduct.training.cli;

import io.lingoduct.model.Checksums;
import io.lingoduct.model.Tokenizer;
import io.lingoduct.training.batch.EncodedPair;
import io.lingoduct.training.config.RunConfig;
import io.lingoduct.training.corpus.ParallelText;
import io.lingoduct.training.corpus.SentencePair;
import io.lingoduct.training.files.UnusableFileException;
import io.lingoduct.training.loop.ProgressDisplay;
import io.lingoduct.training.network.SearchLimits;
import io.lingoduct.training.vocabulary.VocabularyBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The sentences of a run, read and cleaned.
 *
 * @param train what is left after cleaning
 * @param dev as it is: nothing may be dropped from what scores are computed on
 * @param test as it is; empty where the configuration names none
 */
record Corpora(List<SentencePair> train, List<SentencePair> dev, List<SentencePair> test) {

    static Corpora read(RunConfig config, ProgressDisplay display) {
        var train = read(config.data().train());
        display.say("Training data: %,d sentence pairs read".formatted(train.size()));
        var cleaned = config.filter().apply(train);
        display.say("Cleaning: " + cleaned.summary());
        if (cleaned.kept().isEmpty()) {
            throw new UnusableFileException(
                    config.data().train().source(),
                    "no sentence pair is left after cleaning; see cleaning.* in the configuration");
        }
        var dev = read(config.data().dev());
        var test = config.data().test() == null
                ? List.<SentencePair>of()
                : read(config.data().test());
        requireBothSides(config.data().dev(), dev);
        if (!test.isEmpty()) {
            requireBothSides(config.data().test(), test);
        }
        return new Corpora(cleaned.kept(), dev, test);
    }

    /** Before the first is read: a mistyped name should not take minutes to be noticed. */
    static void requireFiles(RunConfig.Data data) {
        for (var corpus : data.corpora()) {
            for (var file : List.of(corpus.source(), corpus.target())) {
                if (!Files.isRegularFile(file)) {
                    throw new UnusableFileException(file, "there is no such file");
                }
            }
        }
    }

    private static List<SentencePair> read(RunConfig.Corpus corpus) {
        return ParallelText.read(corpus.source(), corpus.target());
    }

    private static void requireBothSides(RunConfig.Corpus corpus, List<SentencePair> pairs) {
        for (int i = 0; i < pairs.size(); i++) {
            if (pairs.get(i).source().isEmpty() || pairs.get(i).target().isEmpty()) {
                throw new UnusableFileException(
                        corpus.source(), "line " + (i + 1) + " or its translation is empty; remove the pair");
            }
        }
    }

    /** Token ids of the training pairs that keep within the limits. */
    static List<EncodedPair> encodeWithin(
            RunConfig.Corpus corpus,
            List<SentencePair> pairs,
            Tokenizer tokenizer,
            SearchLimits limits,
            ProgressDisplay display) {
        var encoded = new ArrayList<EncodedPair>(pairs.size());
        for (var pair : pairs) {
            var ids = encode(pair, tokenizer);
            if (ids.source().length - 1 <= limits.maxSourceTokens() && ids.target().length < limits.maxTargetTokens()) {
                encoded.add(ids);
            }
        }
        display.say("Tokens: %,d source, %,d target; %,d pairs dropped for their length in tokens"
                .formatted(
                        encoded.stream().mapToLong(p -> p.source().length).sum(),
                        encoded.stream().mapToLong(p -> p.target().length + 1).sum(),
                        pairs.size() - encoded.size()));
        if (encoded.isEmpty()) {
            throw new UnusableFileException(
                    corpus.source(),
                    "every pair is longer than search.max-source-tokens or search.max-target-tokens allow");
        }
        return encoded;
    }

    /**
     * Token ids of sentences that scores are computed on.
     *
     * @throws UnusableFileException if a source is longer than the model takes: nothing may be left out of a score
     */
    static List<EncodedPair> encodeAll(
            RunConfig.Corpus corpus, List<SentencePair> pairs, Tokenizer tokenizer, SearchLimits limits) {
        var encoded = new ArrayList<EncodedPair>(pairs.size());
        for (var pair : pairs) {
            var ids = encode(pair, tokenizer);
            int tokens = ids.source().length - 1;
            if (tokens > limits.maxSourceTokens()) {
                throw new UnusableFileException(
                        corpus.source(),
                        "line %d has %d tokens; raise search.max-source-tokens (%d), or remove the pair"
                                .formatted(encoded.size() + 1, tokens, limits.maxSourceTokens()));
            }
            encoded.add(ids);
        }
        return encoded;
    }

    /** Token ids; a source ends with end-of-sentence. */
    private static EncodedPair encode(SentencePair pair, Tokenizer tokenizer) {
        var source = tokenizer.encode(pair.source());
        var withEnd = Arrays.copyOf(source, source.length + 1);
        withEnd[source.length] = VocabularyBuilder.EOS;
        return new EncodedPair(withEnd, tokenizer.encode(pair.target()));
    }

    /** Changes with any byte of the data that is learnt from or chosen on. */
    static String fingerprint(RunConfig.Data data) throws IOException {
        var text = new StringBuilder();
        for (var corpus : List.of(data.train(), data.dev())) {
            text.append(Checksums.sha256(corpus.source())).append(Checksums.sha256(corpus.target()));
        }
        return text.toString();
    }
}
