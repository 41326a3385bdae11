/**
 * Lists of words that tell how others are meant: names, everyday words, abbreviations in capitals. They hold for any model; what a model's
 * own vocabulary tells comes on top.
 *
 * <p>Start reading at {@link ProperNames}, {@link CommonWords}, {@link Acronyms}.
 *
 * <p>May use nothing of ours.
 */
package io.lingoduct.front.lexicon;
