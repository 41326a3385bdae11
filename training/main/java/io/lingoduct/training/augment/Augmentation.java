package io.lingoduct.training.augment;

import io.lingoduct.text.segment.TextNormalizer;
import io.lingoduct.training.batch.PairVariation;
import io.lingoduct.training.corpus.SentencePair;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Draws for each pair what is done to it: placeholders first, on both sides, then noise on the source. Safe to use from many
 * threads.
 */
public final class Augmentation implements PairVariation {

    private static final double FRAME = 0.25;

    private final AugmentationShares shares;
    private final Locale sourceLocale;
    private final PlaceholderSpans spans;
    private final PlaceholderFrames frames;
    private final Typos typos;
    private final Abbreviations abbreviations;

    private Augmentation(AugmentationShares shares, Locale source, LinkedWords links) {
        this.shares = shares;
        this.sourceLocale = source;
        this.spans = new PlaceholderSpans(links);
        this.frames = new PlaceholderFrames(links.sourceNames(), links.targetNames());
        this.typos = new Typos(links.sourceNames(), Typos.NeighbourKeys.of(source.getLanguage()));
        this.abbreviations = new Abbreviations(source.getLanguage());
    }

    /**
     * Learns from the training text which words are names and which translate each other; seconds on one core.
     *
     * @param sourceLanguage BCP 47 tag
     * @param targetLanguage BCP 47 tag
     */
    public static Augmentation learn(
            AugmentationShares shares, List<SentencePair> pairs, String sourceLanguage, String targetLanguage) {
        return new Augmentation(
                shares,
                Locale.forLanguageTag(sourceLanguage),
                LinkedWords.learn(pairs, sourceLanguage, targetLanguage));
    }

    @Override
    public SentencePair vary(SentencePair pair, SplittableRandom random) {
        var carried = withPlaceholders(pair, random);
        var source = TextNormalizer.normalize(withNoise(carried.source(), random));
        return source.isEmpty() ? carried : new SentencePair(source, carried.target());
    }

    private SentencePair withPlaceholders(SentencePair pair, SplittableRandom random) {
        boolean things = Draws.chance(shares.placeholders(), random);
        boolean numbers = Draws.chance(shares.numbers(), random);
        if (!things && !numbers) {
            return pair;
        }
        var filled = spans.fill(pair, things, numbers, random);
        return things && (filled.equals(pair) || Draws.chance(FRAME, random))
                ? frames.surround(filled, random)
                : filled;
    }

    private String withNoise(String source, SplittableRandom random) {
        var text = source;
        if (Draws.chance(shares.abbreviations(), random)) {
            text = abbreviations.abbreviate(text, random);
        }
        if (Draws.chance(shares.typos(), random)) {
            text = typos.misspell(text, random);
        }
        if (Draws.chance(shares.apostrophes(), random)) {
            text = HastyMarks.withoutApostrophes(text);
        }
        if (Draws.chance(shares.marks(), random)) {
            text = HastyMarks.withoutFinal(text);
        }
        return Draws.chance(shares.lowerCase(), random) ? text.toLowerCase(sourceLocale) : text;
    }
}
