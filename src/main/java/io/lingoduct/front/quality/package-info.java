/**
 * Estimates of how good a translation is, from what is known of it for free: the model's own score, its length, what was found in it.
 *
 * <p>Start reading at {@link QualityModel}, {@link SegmentFacts}.
 *
 * <p>May use {@code front.check}, {@code model}.
 */
package io.lingoduct.front.quality;
