/**
 * Texts cut into segments and a skeleton that is kept. Language is told from junk, and what is to be translated is normalised.
 *
 * <p>Start reading at {@link TextSegmenter}, {@link SegmentedText}, {@link Junk}.
 *
 * <p>May use nothing of ours.
 */
package io.lingoduct.text.segment;
