package io.lingoduct.text.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A text taken apart into what is translated and what is not. The skeleton has one piece more than there are segments:
 * piece i stands before segment i and the last one at the end; a piece may be empty.
 */
public record SegmentedText(List<String> skeleton, List<String> segments) {

    private static final Set<String> UNSPACED_LANGUAGES = Set.of("zh", "yue", "ja", "th", "lo", "km", "my", "bo");

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

    /**
     * The same; where the source writes two sentences without a space between them, as Chinese and Japanese do, and the
     * target's language has one there, it is put there.
     *
     * @param targetLanguage BCP 47 tag
     */
    public String join(List<String> translations, String targetLanguage) {
        return spacedFor(targetLanguage).join(translations);
    }

    /**
     * This text with spaces in its skeleton where its language writes two sentences without one and another language has one.
     *
     * @param targetLanguage BCP 47 tag
     */
    public SegmentedText spacedFor(String targetLanguage) {
        boolean unspaced = UNSPACED_LANGUAGES.contains(
                Locale.forLanguageTag(targetLanguage).getLanguage());
        if (unspaced
                || segments.stream().noneMatch(Punctuation::endsUnspaced)
                        && skeleton.stream().noneMatch(Punctuation::endsUnspaced)) {
            return this;
        }
        var spaced = new ArrayList<String>(skeleton.size());
        spaced.add(skeleton.get(0));
        for (int i = 0; i < segments.size(); i++) {
            var piece = skeleton.get(i + 1);
            boolean before = Punctuation.endsUnspaced(segments.get(i)) && startsAnother(piece, i);
            boolean behind = Punctuation.endsUnspaced(piece) && i + 1 < segments.size();
            spaced.add((before ? " " : "") + piece + (behind ? " " : ""));
        }
        return new SegmentedText(spaced, segments);
    }

    /** Whether a sentence, or something that is not translated such as a number, comes at once after a segment. */
    private boolean startsAnother(String piece, int segment) {
        return piece.isEmpty() ? segment + 1 < segments.size() : Character.isLetterOrDigit(piece.codePointAt(0));
    }
}
