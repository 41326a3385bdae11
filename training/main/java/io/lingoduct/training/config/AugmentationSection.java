package io.lingoduct.training.config;

import io.lingoduct.config.Key;
import io.lingoduct.config.Section;
import io.lingoduct.training.augment.AugmentationShares;
import java.util.List;

/** The keys under {@code augmentation}: shares of the training pairs that are changed, each epoch anew. */
final class AugmentationSection {

    private static final Key<Double> PLACEHOLDERS = share(
            "placeholders",
            "Share of the pairs that get placeholders for names and nouns, which the model learns to carry.");
    private static final Key<Double> NUMBERS =
            share("numbers", "The same for numbers, of the pairs with a number on both sides.");
    private static final Key<Double> LOWER_CASE = share("lower-case", "Share of the sources without capitals.");
    private static final Key<Double> MARKS = share("marks", "Share of the sources without final marks.");
    private static final Key<Double> TYPOS = share("typos", "Share of the sources with one or two words misspelt.");
    private static final Key<Double> ABBREVIATIONS =
            share("abbreviations", "Share of the sources with words abbreviated as in chats (en, de, fr).");
    private static final Key<Double> APOSTROPHES =
            share("apostrophes", "Share of the sources without apostrophes in words.");

    static final List<Key<?>> KEYS =
            List.of(PLACEHOLDERS, NUMBERS, LOWER_CASE, MARKS, TYPOS, ABBREVIATIONS, APOSTROPHES);

    private AugmentationSection() {}

    private static Key<Double> share(String name, String about) {
        return Key.decimal(name, 0, 1, about).orElse(0.0);
    }

    static AugmentationShares read(Section section) {
        return new AugmentationShares(
                section.get(PLACEHOLDERS),
                section.get(NUMBERS),
                section.get(LOWER_CASE),
                section.get(MARKS),
                section.get(TYPOS),
                section.get(ABBREVIATIONS),
                section.get(APOSTROPHES));
    }
}
