package io.lingoduct.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;

/**
 * Cuts a text of any length into segments that a model can translate: lines, then sentences, then pieces of over-long
 * sentences. White space, line breaks, tabs and pieces without language (numbers, emoji, addresses) stay in the
 * skeleton. Safe to use from many threads.
 */
public final class TextSegmenter {

    private final SentenceBreaker sentences;
    private final int maxTokens;

    /**
     * @param languageTag BCP 47 tag of the texts' language; decides what ends a sentence
     * @param maxTokens longest segment; only one that is a single code point may exceed it
     */
    public TextSegmenter(String languageTag, int maxTokens) {
        if (maxTokens < 1) {
            throw new IllegalArgumentException("a segment must be allowed at least 1 token, not " + maxTokens);
        }
        this.sentences = new SentenceBreaker(Locale.forLanguageTag(languageTag));
        this.maxTokens = maxTokens;
    }

    /**
     * Takes the text apart; joining its own segments gives the same text again, whatever it holds.
     *
     * @param tokenCount the length of a segment in the model's tokens; has counted each segment last as it is
     */
    public SegmentedText split(String text, ToIntFunction<String> tokenCount) {
        var wrapper = new SegmentWrapper(tokenCount, maxTokens);
        var collector = new Collector(text);
        int start = 0;
        while (start < text.length()) {
            int end = lineEnd(text, start);
            sentences.forEachSentence(
                    text, start, end, (from, to) -> wrapper.wrap(text, from, to, collector::addIfTranslatable));
            start = end + 1;
        }
        return collector.result();
    }

    private static int lineEnd(String text, int start) {
        int end = start;
        while (end < text.length() && !WhiteSpace.isHardBreak(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** Whatever is not added as a segment becomes skeleton, so no character can be lost. */
    private static final class Collector {

        private final String text;
        private final List<String> skeleton = new ArrayList<>();
        private final List<String> segments = new ArrayList<>();
        private int skeletonStart;

        Collector(String text) {
            this.text = text;
        }

        void addIfTranslatable(int start, int end) {
            if (Linguistic.isTranslatable(text, start, end)) {
                skeleton.add(text.substring(skeletonStart, start));
                segments.add(text.substring(start, end));
                skeletonStart = end;
            }
        }

        SegmentedText result() {
            skeleton.add(text.substring(skeletonStart));
            return new SegmentedText(skeleton, segments);
        }
    }
}
