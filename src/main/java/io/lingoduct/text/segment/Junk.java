package io.lingoduct.text.segment;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import java.util.BitSet;
import java.util.function.IntPredicate;

/**
 * Finds in a line what no language writes, however long the line is: a letter or a short string that goes on and on, and
 * words without end, such as keys and pictures in base64. Both limits are far beyond what people write ("Aaaaah!", "hahaha",
 * the longest German compounds). Text that is written without spaces, as Chinese and Thai are, has no words to measure:
 * wherever Unicode's line breaking (UAX #14) goes by the character or by a dictionary, a word ends. Words and sentences that
 * are repeated are language: whoever translates what is the same once has no work with them.
 *
 * <p>What is left of a word that goes on and on, of an address, or of a key with dots in it makes no sense by itself and goes
 * with it.
 *
 * <p>The costs grow linearly with the line, {@value #LONGEST_UNIT} comparisons for each character.
 */
final class Junk {

    /** Fewer characters than this are never junk by their repetition. */
    static final int SHORTEST_RUN = 100;

    /** A string is not junk until it stands there so often. */
    static final int REPEATS = 10;

    /** Longest string, in characters, whose repetition is looked for. */
    static final int LONGEST_UNIT = 16;

    /** A word of more characters is none. */
    static final int LONGEST_WORD = 150;

    /** Marks that hold a word together in encodings of bytes. */
    private static final String IN_WORDS = "+/=_-%";

    /** Marks between the words of addresses, keys and the like, where one of them is endless. */
    private static final String BETWEEN_WORDS = ".:;?&#@~!$*";

    private Junk() {}

    /** Hands over the parts of the line [start, end) that may hold language. */
    static void forEachOther(String text, int start, int end, SpanConsumer parts) {
        if (end - start < SHORTEST_RUN) {
            parts.accept(start, end);
            return;
        }
        var junk = new BitSet(end - start);
        for (int unit = 1; unit <= LONGEST_UNIT; unit++) {
            markRepeats(text, start, end, unit, junk);
        }
        fill(text, start, end, junk, Junk::isLetterOfWord, (from, to) -> true);
        var endless = endlessWords(text, start, end, junk);
        fill(text, start, end, endless, Junk::hangsOnWord, (from, to) -> true);
        junk.or(endless);
        fill(
                text,
                start,
                end,
                junk,
                codePoint -> codePoint > Character.MAX_VALUE || !WhiteSpace.is((char) codePoint),
                (from, to) -> Linguistic.isAddress(text, from, to));
        int from = junk.nextClearBit(0);
        while (from < end - start) {
            int next = junk.nextSetBit(from);
            int to = next < 0 ? end - start : next;
            parts.accept(start + from, start + to);
            from = junk.nextClearBit(to);
        }
    }

    private static void markRepeats(String text, int start, int end, int unit, BitSet junk) {
        int runStart = start;
        for (int i = start + unit; i <= end; i++) {
            if (i == end || text.charAt(i) != text.charAt(i - unit)) {
                boolean longEnough = i - runStart >= Math.max(SHORTEST_RUN, REPEATS * unit);
                if (longEnough && !hasSpace(text, runStart, runStart + unit)) {
                    mark(text, runStart, i, start, end, junk);
                }
                runStart = i - unit + 1;
            }
        }
    }

    private static boolean hasSpace(String text, int start, int end) {
        return text.substring(start, end).chars().anyMatch(c -> WhiteSpace.is((char) c));
    }

    /** Leaves a character whole that the run begins or ends within. */
    private static void mark(String text, int runStart, int runEnd, int start, int end, BitSet junk) {
        int from = runStart > start && isWithin(text, runStart) ? runStart + 1 : runStart;
        int to = runEnd < end && isWithin(text, runEnd) ? runEnd - 1 : runEnd;
        junk.set(from - start, to - start);
    }

    private static boolean isWithin(String text, int index) {
        return Character.isLowSurrogate(text.charAt(index)) && Character.isHighSurrogate(text.charAt(index - 1));
    }

    private static BitSet endlessWords(String text, int start, int end, BitSet repeats) {
        var endless = new BitSet();
        int wordStart = start;
        int i = start;
        while (i < end) {
            int codePoint = text.codePointAt(i);
            if (!isInWord(codePoint) || repeats.get(i - start)) {
                markWord(wordStart, i, start, endless);
                wordStart = i + Character.charCount(codePoint);
            }
            i += Character.charCount(codePoint);
        }
        markWord(wordStart, Math.min(i, end), start, endless);
        return endless;
    }

    private static void markWord(int wordStart, int wordEnd, int start, BitSet endless) {
        if (wordEnd - wordStart > LONGEST_WORD) {
            endless.set(wordStart - start, wordEnd - start);
        }
    }

    /** A condition on the part [start, end) of a text. */
    private interface SpanTest {
        boolean test(int start, int end);
    }

    /** Marks the whole of each stretch of like characters that has a mark already, if it fulfils a condition. */
    private static void fill(String text, int start, int end, BitSet marks, IntPredicate like, SpanTest condition) {
        int mark = marks.nextSetBit(0);
        int from = start;
        while (mark >= 0 && from < end) {
            int to = from;
            while (to < end && like.test(text.codePointAt(to))) {
                to += Character.charCount(text.codePointAt(to));
            }
            to = Math.min(to, end);
            if (mark < to - start && condition.test(from, to)) {
                marks.set(from - start, to - start);
            }
            from = to < end ? to + Character.charCount(text.codePointAt(to)) : end;
            if (mark < from - start) {
                mark = marks.nextSetBit(from - start);
            }
        }
    }

    private static boolean isLetterOfWord(int codePoint) {
        return isInWord(codePoint) && IN_WORDS.indexOf(codePoint) < 0;
    }

    private static boolean hangsOnWord(int codePoint) {
        return isInWord(codePoint) || BETWEEN_WORDS.indexOf(codePoint) >= 0;
    }

    private static boolean isInWord(int codePoint) {
        if (codePoint < 0x80) {
            return Character.isLetterOrDigit(codePoint) || IN_WORDS.indexOf(codePoint) >= 0;
        }
        return switch (UCharacter.getIntPropertyValue(codePoint, UProperty.LINE_BREAK)) {
            case UCharacter.LineBreak.ALPHABETIC,
                    UCharacter.LineBreak.HEBREW_LETTER,
                    UCharacter.LineBreak.NUMERIC,
                    UCharacter.LineBreak.COMBINING_MARK,
                    UCharacter.LineBreak.AMBIGUOUS,
                    UCharacter.LineBreak.ZWJ -> true;
            default -> false;
        };
    }
}
