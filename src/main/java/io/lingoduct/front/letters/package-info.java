/**
 * Case of a segment: capitals throughout, a title, small letters throughout, a word in capitals. The model reads the case that it has learnt
 * from; the translation gets the one that the source had.
 *
 * <p>Start reading at {@link LetterCase}, {@link CasedSegment}.
 *
 * <p>May use {@code front.align}, {@code front.lexicon}.
 */
package io.lingoduct.front.letters;
