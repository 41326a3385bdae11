/**
 * Numbers, prices, dates and times in a text: where they are, what they are worth, and how another language writes them.
 *
 * <p>Start reading at {@link NumberFinder}, {@link NumberCheck}.
 *
 * <p>May use {@code front.span}.
 */
package io.lingoduct.front.number;
