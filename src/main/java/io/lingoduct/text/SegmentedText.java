package io.lingoduct.text;

import java.util.List;

/**
 * A text taken apart into what is translated and what is not. The skeleton has one piece more than there are segments:
 * piece i stands before segment i and the last one at the end; a piece may be empty.
 */
public record SegmentedText(List<String> skeleton, List<String> segments) {

    public SegmentedText {
        skeleton = List.copyOf(skeleton);
        segments = List.copyOf(segments);
        if (skeleton.size() != segments.size() + 1) {
            throw new IllegalArgumentException(
                    segments.size() + " segments need one piece of skeleton more, not " + skeleton.size());
        }
    }

    /**
     * Puts the translations in the segments' places.
     *
     * @param translations one for each segment, in the same order
     * @throws IllegalArgumentException if there are more or fewer translations than segments
     */
    public String join(List<String> translations) {
        if (translations.size() != segments.size()) {
            throw new IllegalArgumentException(
                    segments.size() + " segments cannot be replaced by " + translations.size() + " translations");
        }
        var text = new StringBuilder(skeleton.get(0));
        for (int i = 0; i < translations.size(); i++) {
            text.append(translations.get(i)).append(skeleton.get(i + 1));
        }
        return text.toString();
    }
}
