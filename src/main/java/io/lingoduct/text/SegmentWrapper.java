package io.lingoduct.text;

import com.ibm.icu.text.BreakIterator;
import java.util.Locale;
import java.util.function.ToIntFunction;

/**
 * Wraps over-long sentences. From the left, the longest piece that fits is found by doubling and halving its length, and
 * is then cut back to the last punctuation mark in its later part, else to the last space, else to the last grapheme.
 * Only pieces of about the permitted length are ever counted, so the cost grows linearly with the text: some ten counts
 * for each piece. A count need not grow with the text; what is handed over has been counted as it is.
 */
final class SegmentWrapper {

    /** First guess; a sentence with fewer characters for each permitted token is counted in one go. */
    private static final int CHARACTERS_PER_TOKEN = 8;

    // Cloned for each use.
    private static final BreakIterator GRAPHEMES = BreakIterator.getCharacterInstance(Locale.ROOT);

    private final ToIntFunction<String> tokenCount;
    private final int maxTokens;

    SegmentWrapper(ToIntFunction<String> tokenCount, int maxTokens) {
        this.tokenCount = tokenCount;
        this.maxTokens = maxTokens;
    }

    /** Hands over the pieces of [start, end), each without white space around it. */
    void wrap(String text, int start, int end, SpanConsumer pieces) {
        int from = start;
        while (from < end) {
            int to = longestFit(text, from, end);
            if (to < end) {
                to = cutBack(text, from, to);
            }
            pieces.accept(from, WhiteSpace.stripEnd(text, from, to));
            from = WhiteSpace.skip(text, to, end);
        }
    }

    private boolean fits(String text, int from, int to) {
        return tokenCount.applyAsInt(text.substring(from, to)) <= maxTokens;
    }

    private int longestFit(String text, int from, int end) {
        int first = from + Character.charCount(text.codePointAt(from));
        int fitting = first;
        int tooLong = end + 1;
        int window = (int) Math.min((long) maxTokens * CHARACTERS_PER_TOKEN, end - from);
        while (fitting < end && tooLong > end) {
            int to = Math.max(first, codePointStart(text, from + Math.min(window, end - from), end));
            if (fits(text, from, to)) {
                fitting = to;
                window = (int) Math.min(2L * window, end - from);
            } else {
                tooLong = to;
            }
        }
        while (tooLong - fitting > 1 && fitting < end) {
            int middle = codePointStart(text, (fitting + tooLong) >>> 1, end);
            if (middle <= fitting) {
                break;
            }
            if (fits(text, from, middle)) {
                fitting = middle;
            } else {
                tooLong = middle;
            }
        }
        return fitting;
    }

    /** The index itself, or the one before it where it would split a surrogate pair. */
    private static int codePointStart(String text, int index, int end) {
        boolean splits = index < end
                && Character.isLowSurrogate(text.charAt(index))
                && Character.isHighSurrogate(text.charAt(index - 1));
        return splits ? index - 1 : index;
    }

    private int cutBack(String text, int from, int fitting) {
        int first = from + Character.charCount(text.codePointAt(from));
        int cut = preferredCut(text, from, fitting);
        while (cut > first && cut < fitting && !fits(text, from, cut)) {
            cut = preferredCut(text, from, cut - 1);
        }
        return Math.max(first, cut);
    }

    /** The best place for a cut in (from, limit]. */
    private int preferredCut(String text, int from, int limit) {
        int punctuation = lastPunctuation(text, from + (limit - from) / 3, limit);
        if (punctuation >= 0) {
            return punctuation;
        }
        int space = lastSpace(text, from, limit);
        return space >= 0 ? space : lastGrapheme(text, from, limit);
    }

    private static int lastPunctuation(String text, int from, int limit) {
        for (int cut = limit; cut > from; cut--) {
            char before = text.charAt(cut - 1);
            if (Punctuation.isUnspaced(before) || Punctuation.is(before) && WhiteSpace.is(text.charAt(cut))) {
                return cut;
            }
        }
        return -1;
    }

    private static int lastSpace(String text, int from, int limit) {
        for (int cut = limit; cut > from; cut--) {
            if (WhiteSpace.is(text.charAt(cut)) && !WhiteSpace.is(text.charAt(cut - 1))) {
                return cut;
            }
        }
        return -1;
    }

    /** The last grapheme's start; the limit itself where a single grapheme is longer than permitted. */
    private int lastGrapheme(String text, int from, int limit) {
        var iterator = GRAPHEMES.clone();
        iterator.setText(text.substring(from, Math.min(text.length(), limit + 2)));
        int length = limit - from;
        int cut = iterator.isBoundary(length) ? length : iterator.preceding(length);
        return cut > 0 ? from + cut : codePointStart(text, limit, text.length());
    }
}
