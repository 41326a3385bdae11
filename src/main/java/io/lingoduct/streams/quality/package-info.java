/**
 * What becomes of translations that seem poor. A route's policy judges the estimates of a message's texts; a poor one may give way to
 * its source, or be put before somebody with its source and the reasons.
 *
 * <p>Start reading at {@link QualityPolicy}, {@link Judgement}, {@link Review}.
 *
 * <p>May use {@code engine}, {@code front}, {@code serde}, {@code service}, {@code streams.status}.
 */
package io.lingoduct.streams.quality;
