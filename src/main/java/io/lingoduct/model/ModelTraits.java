package io.lingoduct.model;

import java.util.Map;
import java.util.function.Predicate;

/**
 * What a model can carry, for whoever prepares texts for it.
 *
 * @param placeholders the form of placeholders that it carries best
 * @param knownWord whether a word, in just this case, is a token of the source's vocabulary
 * @param qualityWeights weights by name with which the quality of its translations is estimated; none where nobody has fitted any
 */
public record ModelTraits(
        PlaceholderForm placeholders, Predicate<String> knownWord, Map<String, Double> qualityWeights) {

    /** Of a model of which nothing is known. */
    public static final ModelTraits UNKNOWN = new ModelTraits(PlaceholderForm.NAMES, word -> false);

    public ModelTraits {
        qualityWeights = Map.copyOf(qualityWeights);
    }

    /** Without weights for the quality. */
    public ModelTraits(PlaceholderForm placeholders, Predicate<String> knownWord) {
        this(placeholders, knownWord, Map.of());
    }
}
