package io.lingoduct.model;

import java.util.function.Predicate;

/**
 * What a model can carry, for whoever prepares texts for it.
 *
 * @param placeholders the form of placeholders that it carries best
 * @param knownWord whether a word, in just this case, is a token of the source's vocabulary
 */
public record ModelTraits(PlaceholderForm placeholders, Predicate<String> knownWord) {

    /** Of a model of which nothing is known. */
    public static final ModelTraits UNKNOWN = new ModelTraits(PlaceholderForm.NAMES, word -> false);
}
