package io.lingoduct.front;

import io.lingoduct.front.inline.MarkedText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A passage taken apart: pieces of the skeleton, which are ready, and the segments between them.
 *
 * @param skeleton one piece more than there are segments, with its spans and marks
 * @param encoding writes the text between marks as the passage's markup writes text
 */
record PreparedPassage(List<MarkedText> skeleton, List<SegmentPath> segments, UnaryOperator<String> encoding) {

    /** @param text of a passage that nothing is done with, as it was written */
    static PreparedPassage verbatim(String text) {
        return new PreparedPassage(List.of(MarkedText.plain(text)), List.of(), UnaryOperator.identity());
    }

    /** @param results of the segments, in their order */
    String join(List<SegmentResult> results) {
        var parts = new ArrayList<MarkedText>();
        parts.add(skeleton.get(0));
        for (int i = 0; i < results.size(); i++) {
            parts.add(results.get(i).text());
            parts.add(skeleton.get(i + 1));
        }
        return PassageParts.joined(parts).written(encoding);
    }
}
