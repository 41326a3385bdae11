/**
 * Marks without width in a text, such as tags and emoji between words. They are taken out before a translation, and go back to where the
 * words that they belong to have gone.
 *
 * <p>Start reading at {@link MarkedText}, {@link InlineMark}, {@link MarkPlacer}.
 *
 * <p>May use {@code front.align}.
 */
package io.lingoduct.front.inline;
