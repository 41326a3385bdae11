/**
 * Words of a translation, and the words of its source that they come from. The attention between tokens is made into an alignment of words.
 *
 * <p>Start reading at {@link WordAlignment}.
 *
 * <p>May use {@code model}.
 */
package io.lingoduct.front.align;
