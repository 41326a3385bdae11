package io.lingoduct.front.span.scan;

import java.util.ArrayList;
import java.util.List;

/** A text of which stretches can be taken. For one thread. */
public final class OpenText {

    /** Reads before the text, behind it, and where a stretch has been taken. No text has it in it. */
    public static final char CLOSED = '\uFFFF';

    private static final char ALSO_NO_CHARACTER = '\uFFFE';

    /** A stretch that was taken, [start, end). */
    public record Stretch(int start, int end) {}

    private final String original;
    private final char[] chars;
    private final List<Stretch> taken = new ArrayList<>();

    public OpenText(String text) {
        this.original = text;
        this.chars = text.toCharArray();
        for (int i = 0; i < chars.length; i++) {
            if (chars[i] == CLOSED) {
                chars[i] = ALSO_NO_CHARACTER;
            }
        }
    }

    public int length() {
        return chars.length;
    }

    /** The character at any index, within the text or not. */
    public char at(int index) {
        return index >= 0 && index < chars.length ? chars[index] : CLOSED;
    }

    /** The text with nothing taken. */
    public String original() {
        return original;
    }

    /** Whether nothing in [start, end) has been taken. */
    public boolean isOpen(int start, int end) {
        for (int i = start; i < end; i++) {
            if (at(i) == CLOSED) {
                return false;
            }
        }
        return true;
    }

    /** The next place of a character at or behind an index; the text's length if there is none. */
    public int next(char wanted, int from) {
        int i = from;
        while (i < chars.length && chars[i] != wanted) {
            i++;
        }
        return i;
    }

    public boolean startsWith(String wanted, int at) {
        for (int i = 0; i < wanted.length(); i++) {
            if (at(at + i) != wanted.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    public String part(int start, int end) {
        return new String(chars, start, end - start);
    }

    /** Takes [start, end), which must be open, as a stretch of the finder's kind. */
    public void take(int start, int end) {
        for (int i = start; i < end; i++) {
            chars[i] = CLOSED;
        }
        taken.add(new Stretch(start, end));
    }

    public List<Stretch> taken() {
        return taken;
    }
}
