package io.lingoduct.training.augment;

/**
 * Shares of the training pairs that are changed, each in 0…1 and drawn on its own: what one change leaves alone another may
 * touch.
 *
 * @param placeholders get placeholders for names, nouns and the like on both sides
 * @param numbers of the pairs with a number on both sides: get placeholders for it
 * @param lowerCase lose the source's capitals
 * @param marks lose the source's final marks
 * @param typos get one or two words of the source misspelt
 * @param abbreviations get abbreviations of chats in the source, of those that have a word to abbreviate
 * @param apostrophes lose the source's apostrophes
 */
public record AugmentationShares(
        double placeholders,
        double numbers,
        double lowerCase,
        double marks,
        double typos,
        double abbreviations,
        double apostrophes) {

    /** Nothing is changed. */
    public static final AugmentationShares NONE = new AugmentationShares(0, 0, 0, 0, 0, 0, 0);
}
