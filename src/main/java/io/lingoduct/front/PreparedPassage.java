package io.lingoduct.front;

import io.lingoduct.front.inline.MarkedText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A passage taken apart: pieces of the skeleton, which are ready, and the segments between them.
 *
 * @param skeleton one piece more than there are segments, with its spans and marks
 * @param spaced the same with the spaces that the target's language has between two sentences and the source's has not
 * @param sources the segments as they were written
 * @param writing writes the passage as its markup writes text
 */
record PreparedPassage(
        List<MarkedText> skeleton,
        List<MarkedText> spaced,
        List<MarkedText> sources,
        List<SegmentPath> segments,
        Function<MarkedText, String> writing) {

    /** @param text of a passage that nothing is done with, as it was written */
    static PreparedPassage verbatim(String text) {
        var skeleton = List.of(MarkedText.plain(text));
        return new PreparedPassage(skeleton, skeleton, List.of(), List.of(), MarkedText::written);
    }

    /** @param results of the segments, in their order */
    String join(List<SegmentResult> results) {
        var parts = new ArrayList<MarkedText>();
        boolean same = IntStream.range(0, results.size())
                .allMatch(i -> results.get(i).text().equals(sources.get(i)));
        var between = same ? skeleton : spaced;
        parts.add(between.get(0));
        for (int i = 0; i < results.size(); i++) {
            parts.add(results.get(i).text());
            parts.add(between.get(i + 1));
        }
        return writing.apply(PassageParts.joined(parts));
    }
}
