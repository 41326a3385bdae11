package io.lingoduct.front;

import java.util.List;
import java.util.function.Function;

/**
 * A text taken apart for a model.
 *
 * @param segments the first step of each segment
 * @param join makes the translation of the text from the results of its segments, in their order
 */
public record PreparedText(List<Step> segments, Function<List<SegmentResult>, String> join) {

    public PreparedText {
        segments = List.copyOf(segments);
    }
}
