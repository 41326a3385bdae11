package io.lingoduct.text.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/**
 * Cuts a text of any length into segments that a model can translate: lines, then sentences, then pieces of over-long
 * sentences. White space, line breaks, tabs, invisible characters around segments and pieces that are not in the language
 * (numbers, emoji, addresses, other scripts, junk) stay in the skeleton. What is taken out before the wrapping costs no
 * token to be counted. Safe to use from many threads.
 */
public final class TextSegmenter {

    private final SentenceBreaker sentences;
    private final Linguistic language;
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
        this.language = new Linguistic(new LanguageLetters(languageTag));
        this.maxTokens = maxTokens;
    }

    /**
     * Takes the text apart; joining its own segments gives the same text again, whatever it holds.
     *
     * @param tokenCount the length of a segment in the model's tokens
     */
    public SegmentedText split(String text, ToIntFunction<String> tokenCount) {
        return split(text, tokenCount, segment -> true);
    }

    /**
     * The same, where the model has a say in what it is given.
     *
     * @param readable whether a segment is anything to the model; what is not stays in the skeleton. Asked in the order of
     *     the segments, with what was counted before as it is
     */
    public SegmentedText split(String text, ToIntFunction<String> tokenCount, Predicate<String> readable) {
        var wrapper = new SegmentWrapper(tokenCount, maxTokens);
        var collector = new Collector(text, readable);
        int start = 0;
        while (start < text.length()) {
            int end = lineEnd(text, start);
            Junk.forEachOther(
                    text,
                    start,
                    end,
                    (partStart, partEnd) -> sentences.forEachSentence(
                            text, partStart, partEnd, (from, to) -> wrap(text, from, to, wrapper, collector)));
            start = end + 1;
        }
        return collector.result();
    }

    private void wrap(String text, int start, int end, SegmentWrapper wrapper, Collector collector) {
        int from = Invisible.skip(text, start, end);
        int to = Invisible.stripEnd(text, from, end);
        if (language.hasWord(text, from, to)) {
            wrapper.wrap(text, from, to, (first, last) -> {
                if (language.isTranslatable(text, first, last)) {
                    collector.add(first, last);
                }
            });
        }
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
        private final Predicate<String> readable;
        private final List<String> skeleton = new ArrayList<>();
        private final List<String> segments = new ArrayList<>();
        private int skeletonStart;

        Collector(String text, Predicate<String> readable) {
            this.text = text;
            this.readable = readable;
        }

        void add(int start, int end) {
            var segment = text.substring(start, end);
            if (readable.test(segment)) {
                skeleton.add(text.substring(skeletonStart, start));
                segments.add(segment);
                skeletonStart = end;
            }
        }

        SegmentedText result() {
            skeleton.add(text.substring(skeletonStart));
            return new SegmentedText(skeleton, segments);
        }
    }
}
