/**
 * Numbers, prices, dates and times in a text: where they are, what they are worth, and how another language writes them.
 *
 * <p>Start reading at {@link NumberStyle}.
 *
 * <p>May use nothing of ours.
 */
package io.lingoduct.front.number;
