package io.lingoduct.front.span.program;

import io.lingoduct.front.span.scan.Chars;
import io.lingoduct.front.span.scan.OpenText;
import io.lingoduct.front.span.scan.Sign;
import io.lingoduct.front.span.scan.StretchFinder;

/** Finds code between backticks: as many behind it as before it. A backtick in place of an apostrophe begins none. */
public final class InlineCodeFinder implements StretchFinder {

    private static final char BACKTICK = '`';
    // A run this long is decoration.
    private static final int LONGEST_RUN = 8;

    @Override
    public int signs() {
        return Sign.BACKTICK.bit();
    }

    @Override
    public void find(OpenText text) {
        // Where to look on for a closing run of each length: it never goes back, so that many openings without an end
        // cost no more than one.
        var closings = new int[LONGEST_RUN + 1];
        int i = text.next(BACKTICK, 0);
        while (i < text.length()) {
            int run = runLength(text, i);
            int content = i + run;
            int end = run <= LONGEST_RUN && opens(text, i, content) ? closing(text, closings, run, content) : -1;
            if (end >= 0) {
                text.take(i, end);
            }
            i = text.next(BACKTICK, Math.max(end, content));
        }
    }

    private static boolean opens(OpenText text, int start, int content) {
        return !Chars.isWord(text.at(start - 1)) && text.at(content) != OpenText.CLOSED;
    }

    /** Index behind the closing run, or -1. */
    private static int closing(OpenText text, int[] closings, int run, int content) {
        int i = text.next(BACKTICK, Math.max(content, closings[run]));
        while (i < text.length()) {
            int length = runLength(text, i);
            if (length == run && !Chars.isWord(text.at(i + length))) {
                closings[run] = i;
                return text.isOpen(content, i) ? i + run : -1;
            }
            i = text.next(BACKTICK, i + length);
        }
        closings[run] = text.length();
        return -1;
    }

    private static int runLength(OpenText text, int start) {
        int end = start;
        while (text.at(end) == BACKTICK) {
            end++;
        }
        return end - start;
    }
}
