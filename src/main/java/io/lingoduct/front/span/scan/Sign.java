package io.lingoduct.front.span.scan;

/** Signs in a text that something other than words may be in it: a look at each character tells which finders have work to do. */
public enum Sign {
    DIGIT,
    AT,
    BACKTICK,
    ANGLE,
    AMPERSAND,
    BRACE,
    BRACKET,
    PERCENT,
    DOLLAR,
    HASH,
    SLASH,
    BACKSLASH,
    UNDERSCORE,
    STAR,
    /** A colon with something other than a space behind it. */
    COLON,
    /** A full stop with a letter, a digit or an underscore behind it. */
    DOT,
    /** A character that may be none of a language's letters or marks. */
    SYMBOL;

    private static final int FIRST_SYMBOLS = 0x2100;

    public int bit() {
        return 1 << ordinal();
    }

    /** All signs of a text, as bits. */
    public static int of(String text) {
        int signs = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 'A' || c > 'Z' && c < 'a' || c > 'z') {
                signs |= bits(c, i + 1 < text.length() ? text.charAt(i + 1) : ' ');
            }
        }
        return signs;
    }

    private static int bits(char c, char next) {
        if (c >= '0' && c <= '9') {
            return DIGIT.bit();
        }
        return switch (c) {
            case ' ', ',', '\'', '-', '?', '!', '"', '\n' -> 0;
            case '@' -> AT.bit();
            case '`' -> BACKTICK.bit();
            case '<' -> ANGLE.bit();
            case '&' -> AMPERSAND.bit();
            case '{' -> BRACE.bit();
            case '[' -> BRACKET.bit();
            case '%' -> PERCENT.bit();
            case '$' -> DOLLAR.bit();
            case '#' -> HASH.bit();
            case '/' -> SLASH.bit();
            case '\\' -> BACKSLASH.bit();
            case '_' -> UNDERSCORE.bit();
            case '*' -> STAR.bit();
            case ':' -> Character.isWhitespace(next) ? 0 : COLON.bit();
            case '.' -> Character.isLetterOrDigit(next) || next == '_' ? DOT.bit() : 0;
            default -> c >= FIRST_SYMBOLS || !Character.isLetter(c) && (c < ' ' || c > '~') ? SYMBOL.bit() : 0;
        };
    }
}
