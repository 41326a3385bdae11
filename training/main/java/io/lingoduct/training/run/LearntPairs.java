package io.lingoduct.training.run;

import io.lingoduct.config.ConfigException;
import io.lingoduct.config.ConfigFault;
import io.lingoduct.training.augment.Augmentation;
import io.lingoduct.training.augment.AugmentationShares;
import io.lingoduct.training.batch.PairSource;
import io.lingoduct.training.batch.ResampledPairs;
import io.lingoduct.training.batch.TokenPairs;
import io.lingoduct.training.batch.VariedPairs;
import io.lingoduct.training.config.RunConfig;
import io.lingoduct.training.loop.ProgressDisplay;
import io.lingoduct.training.vocabulary.ReservedTokens;
import io.lingoduct.training.vocabulary.SubwordSampler;
import java.io.IOException;
import java.util.List;

/** What the network of a run learns from in each epoch: cut anew or worded anew, as the configuration asks, or always the same. */
final class LearntPairs {

    private LearntPairs() {}

    /** @throws ConfigException if placeholders are asked for that the vocabulary does not have */
    static PairSource of(RunConfig config, TokenPairs.Fitting train, Vocabularies vocabularies, ProgressDisplay display)
            throws IOException {
        double dropout = config.vocabulary().dropout();
        if (dropout == 0) {
            var asTheyAre = PairSource.fixed(train.tokens());
            return augmented(
                    config,
                    train,
                    vocabularies,
                    asTheyAre,
                    (text, random) -> vocabularies.source().encode(text),
                    (text, random) -> vocabularies.target().encode(text),
                    display);
        }
        var source = SubwordSampler.load(vocabularies.sourceFile(), dropout);
        var target = SubwordSampler.load(vocabularies.targetFile(), dropout);
        var resampled = new ResampledPairs(
                train,
                source,
                target,
                config.search().limits().tokens(),
                config.training().seed());
        return augmented(config, train, vocabularies, resampled, source::sample, target::sample, display);
    }

    private static PairSource augmented(
            RunConfig config,
            TokenPairs.Fitting train,
            Vocabularies vocabularies,
            PairSource asTheyAre,
            VariedPairs.Cutter source,
            VariedPairs.Cutter target,
            ProgressDisplay display)
            throws IOException {
        if (config.augmentation().equals(AugmentationShares.NONE)) {
            return asTheyAre;
        }
        requireReservedTokens(config, vocabularies);
        display.say("Augmentation: learning from %,d pairs what can be changed"
                .formatted(train.pairs().size()));
        var model = config.model();
        var augmentation = Augmentation.learn(
                config.augmentation(), train.pairs(), model.sourceLanguage(), model.targetLanguage());
        return new VariedPairs(
                train.pairs(),
                asTheyAre,
                augmentation,
                source,
                target,
                config.search().limits().tokens(),
                config.training().seed());
    }

    private static void requireReservedTokens(RunConfig config, Vocabularies vocabularies) throws IOException {
        var shares = config.augmentation();
        if (shares.placeholders() == 0 && shares.numbers() == 0) {
            return;
        }
        for (var file : vocabularies.files()) {
            if (!ReservedTokens.areIn(file)) {
                var key = shares.placeholders() > 0 ? "placeholders" : "numbers";
                var fault = new ConfigFault(
                        "augmentation." + key,
                        String.valueOf(Math.max(shares.placeholders(), shares.numbers())),
                        "the vocabulary has no reserved tokens: its run began before there were any, or it uses their"
                                + " characters for itself");
                throw new ConfigException("training configuration", List.of(fault));
            }
        }
    }
}
