/**
 * Checks of what a model has written. They find loops, pieces of words on a string, lost quotes and bytes that are no text, and tell what must
 * not be delivered from what only makes a translation doubtful.
 *
 * <p>Start reading at {@link OutputCheck}, {@link Finding}.
 *
 * <p>May use nothing of ours.
 */
package io.lingoduct.front.check;
