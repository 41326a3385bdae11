package io.lingoduct.front;

import io.lingoduct.front.inline.MarkedText;

/**
 * The translation of one segment.
 *
 * @param text with its spans and marks back in it
 * @param score of the model, see {@link io.lingoduct.model.Translation#score()}; not a number where there is none
 * @param complete false if the search hit its length limit
 * @param way that led to it
 */
public record SegmentResult(MarkedText text, float score, boolean complete, Way way, TextQuality quality) {}
