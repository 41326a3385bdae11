package io.lingoduct.front;

import io.lingoduct.front.inline.MarkedText;
import io.lingoduct.front.quality.SegmentFacts;
import java.util.Optional;

/**
 * The translation of one segment.
 *
 * @param text with its spans and marks back in it
 * @param score of the model, see {@link io.lingoduct.model.Translation#score()}; not a number where there is none
 * @param complete false if the search hit its length limit
 * @param way that led to it
 * @param facts that its quality is estimated from; empty where that is not what it is made from
 */
public record SegmentResult(
        MarkedText text, float score, boolean complete, Way way, TextQuality quality, Optional<SegmentFacts> facts) {

    /** Of a segment of which nothing was told that an estimate could be made from. */
    public SegmentResult(MarkedText text, float score, boolean complete, Way way, TextQuality quality) {
        this(text, score, complete, way, quality, Optional.empty());
    }
}
