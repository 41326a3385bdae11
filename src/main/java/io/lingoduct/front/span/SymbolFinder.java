package io.lingoduct.front.span;

import io.lingoduct.front.span.scan.OpenText;
import io.lingoduct.front.span.scan.Sign;
import io.lingoduct.front.span.scan.StretchFinder;

/**
 * Finds characters that no model need know: arrows, frames and other symbols, letters for formulas, code points for private use or without
 * a meaning, controls, halves of surrogate pairs. Neighbours are one stretch. Emoji are none.
 */
final class SymbolFinder implements StretchFinder {

    private static final int FIRST_ARROW = 0x2190;
    private static final int FIRST_OF_FORMULAS = 0x1D400;
    private static final int LAST_OF_FORMULAS = 0x1D7FF;
    private static final int NEXT_LINE = 0x85;
    // Read as words: degrees, with Celsius and Fahrenheit or without, and the sign for a number.
    private static final String READ_AS_WORDS = "°\u2103\u2109\u2116";

    @Override
    public int signs() {
        return Sign.SYMBOL.bit();
    }

    @Override
    public void find(OpenText text) {
        int i = 0;
        int start = -1;
        while (i < text.length()) {
            char c = text.at(i);
            int codePoint = c <= '~' && c >= ' ' || c == OpenText.CLOSED
                    ? c
                    : text.original().codePointAt(i);
            int emoji = c == OpenText.CLOSED ? -1 : EmojiSequence.end(text.original(), i);
            boolean isSymbol = c != OpenText.CLOSED && emoji < 0 && isSymbol(codePoint);
            if (isSymbol && start < 0) {
                start = i;
            } else if (!isSymbol && start >= 0) {
                text.take(start, i);
                start = -1;
            }
            i = emoji >= 0 ? emoji : i + Character.charCount(codePoint);
        }
        if (start >= 0) {
            text.take(start, text.length());
        }
    }

    private static boolean isSymbol(int codePoint) {
        if (codePoint >= ' ' && codePoint <= '~') {
            return false;
        }
        return switch (Character.getType(codePoint)) {
            case Character.OTHER_SYMBOL -> READ_AS_WORDS.indexOf(codePoint) < 0;
            case Character.PRIVATE_USE, Character.SURROGATE, Character.UNASSIGNED -> true;
            case Character.CONTROL -> !Character.isWhitespace(codePoint) && codePoint != NEXT_LINE;
            case Character.MATH_SYMBOL -> codePoint >= FIRST_ARROW;
            default -> codePoint >= FIRST_OF_FORMULAS && codePoint <= LAST_OF_FORMULAS;
        };
    }
}
