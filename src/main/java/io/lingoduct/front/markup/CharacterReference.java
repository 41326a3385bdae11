package io.lingoduct.front.markup;

import org.jsoup.nodes.Entities;

/** A character that is spelled by an entity or a number. */
record CharacterReference(int codePoint, int end) {

    private static final int LONGEST_NAME = 32;
    private static final int LONGEST_NUMBER = 8;

    /**
     * Reads the reference that starts at an ampersand.
     *
     * @return null if none stands there, or one that is no character of a text
     */
    static CharacterReference at(CharSequence text, int at) {
        if (at + 2 >= text.length() || text.charAt(at) != '&') {
            return null;
        }
        return text.charAt(at + 1) == '#' ? number(text, at + 2) : name(text, at + 1);
    }

    private static CharacterReference number(CharSequence text, int at) {
        boolean hex = text.charAt(at) == 'x' || text.charAt(at) == 'X';
        int start = hex ? at + 1 : at;
        int radix = hex ? 16 : 10;
        int codePoint = 0;
        int i = start;
        while (i < text.length() && i - start < LONGEST_NUMBER && digit(text.charAt(i), radix) >= 0) {
            codePoint = Math.min(codePoint * radix + digit(text.charAt(i), radix), Character.MAX_CODE_POINT + 1);
            i++;
        }
        boolean complete = i > start && i < text.length() && text.charAt(i) == ';';
        return complete && isOfText(codePoint) ? new CharacterReference(codePoint, i + 1) : null;
    }

    private static int digit(char c, int radix) {
        return c < 0x80 ? Character.digit(c, radix) : -1;
    }

    private static CharacterReference name(CharSequence text, int at) {
        int i = at;
        while (i < text.length() && i - at < LONGEST_NAME && isOfName(text.charAt(i))) {
            i++;
        }
        if (i == at || i >= text.length() || text.charAt(i) != ';') {
            return null;
        }
        var name = text.subSequence(at, i).toString();
        if (name.equals("apos")) {
            return new CharacterReference('\'', i + 1);
        }
        var spelled = Entities.isNamedEntity(name) ? Entities.getByName(name) : "";
        return !spelled.isEmpty()
                        && spelled.codePointCount(0, spelled.length()) == 1
                        && isOfText(spelled.codePointAt(0))
                ? new CharacterReference(spelled.codePointAt(0), i + 1)
                : null;
    }

    private static boolean isOfName(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }

    /** Not those that no text may hold, nor those that mean something else before they are decoded. */
    private static boolean isOfText(int codePoint) {
        boolean control = Character.getType(codePoint) == Character.CONTROL && codePoint != '\n' && codePoint != '\t';
        return codePoint > 0
                && codePoint <= Character.MAX_CODE_POINT
                && !control
                && Character.getType(codePoint) != Character.SURROGATE
                && Character.getType(codePoint) != Character.PRIVATE_USE
                && codePoint != 0xFFFC;
    }
}
