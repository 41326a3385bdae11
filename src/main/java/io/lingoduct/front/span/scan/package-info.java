/**
 * How finders of spans look at a text. What one finder has taken is closed to those behind it, and reads as the end of the text does.
 *
 * <p>Start reading at {@link StretchFinder}, {@link OpenText}.
 *
 * <p>May use nothing of ours.
 */
package io.lingoduct.front.span.scan;
