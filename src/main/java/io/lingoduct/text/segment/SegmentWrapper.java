package io.lingoduct.text.segment;

import com.ibm.icu.text.BreakIterator;
import java.util.Locale;
import java.util.function.ToIntFunction;

/**
 * Wraps over-long sentences. From the left, the longest piece that fits is searched for: the first guess is a little more
 * than what fitted before, the next ones go by the tokens that were counted, and every third doubles the piece or halves
 * what is left. The piece is then cut back to the last punctuation mark in its later part, else to the last space, else to
 * the last grapheme. Only pieces of about the permitted length are ever counted, so the cost grows linearly with the text:
 * some three to eight times its characters, whatever they are. A count need not grow with the text; what is handed over has
 * been counted as it is, except for white space behind it.
 */
final class SegmentWrapper {

    /** First guess; a sentence with fewer characters for each permitted token is counted in one go. */
    private static final int CHARACTERS_PER_TOKEN = 8;

    /** A piece is that much longer at most than the longest that was counted before it. */
    private static final int GROWTH = 4;

    /** Number of cuts that are tried, where even shorter pieces are too long, before the place does not matter any more. */
    private static final int CUTS_TRIED = 8;

    // Cloned for each use.
    private static final BreakIterator GRAPHEMES = BreakIterator.getCharacterInstance(Locale.ROOT);

    private final ToIntFunction<String> tokenCount;
    private final int maxTokens;

    SegmentWrapper(ToIntFunction<String> tokenCount, int maxTokens) {
        this.tokenCount = tokenCount;
        this.maxTokens = maxTokens;
    }

    /** Hands over the pieces of [start, end), each without white space around it and with nothing invisible before it. */
    void wrap(String text, int start, int end, SpanConsumer pieces) {
        long guess = (long) maxTokens * CHARACTERS_PER_TOKEN;
        int from = start;
        while (from < end) {
            int to = longestFit(text, from, end, guess);
            guess = to - from + (to - from) / 4 + 1;
            if (to < end) {
                to = cutBack(text, from, to);
            }
            pieces.accept(from, WhiteSpace.stripEnd(text, from, to));
            from = Invisible.skip(text, to, end);
        }
    }

    private int count(String text, int from, int to) {
        return tokenCount.applyAsInt(text.substring(from, to));
    }

    private boolean fits(String text, int from, int to) {
        return count(text, from, to) <= maxTokens;
    }

    /** The end of the longest piece that fits; of the first code point if none does. */
    private int longestFit(String text, int from, int end, long guess) {
        int fitting = from + Character.charCount(text.codePointAt(from));
        int tooLong = end + 1;
        int to = between(text, from + Math.min(guess, end - from), fitting - 1, tooLong);
        for (int counts = 1; to > 0; counts++) {
            int tokens = count(text, from, to);
            if (tokens <= maxTokens) {
                fitting = to;
            } else {
                tooLong = to;
            }
            long length = to - from;
            long next = from + Math.min(length * maxTokens / Math.max(1, tokens), GROWTH * length);
            if (counts % 3 == 0) {
                next = tooLong > end ? from + 2 * length : ((long) fitting + tooLong) / 2;
            }
            to = between(text, Math.min(next, end), fitting, tooLong);
        }
        return fitting;
    }

    /** The index that lies nearest to the wanted one, between both and not within a surrogate pair; 0 if there is none. */
    private static int between(String text, long wanted, int below, int above) {
        int index = (int) Math.max(below + 1L, Math.min(wanted, above - 1L));
        int start = codePointStart(text, index, text.length());
        if (start <= below) {
            start = index + (start < index ? 1 : 0);
        }
        return start > below && start < above ? start : 0;
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
        for (int tried = 0; cut > first && cut < fitting && !fits(text, from, cut); tried++) {
            cut = tried < CUTS_TRIED ? preferredCut(text, from, cut - 1) : fitting;
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
