package io.lingoduct.registry;

/**
 * Words of others, such as a registry's answer or a name in a schema, made fit to stand in an exception's message and so in a
 * log, a header or on a terminal: on one line, without control characters, and not long.
 */
public final class Printable {

    private static final int LONGEST_TEXT = 500;
    private static final int LONGEST_NAME = 200;

    private Printable() {}

    /** A sentence or several: runs of white space are one space, and what does not print stands as {@code \\u001b}. */
    public static String text(String text) {
        return printable(text, LONGEST_TEXT).strip();
    }

    /** A name: shorter. */
    public static String name(String name) {
        return printable(name, LONGEST_NAME);
    }

    /** Whether a text is on one line, without control characters, and not long. */
    public static boolean isPrintable(String text) {
        return text.equals(text(text));
    }

    private static String printable(String text, int longest) {
        var printable = new StringBuilder();
        boolean afterSpace = false;
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            boolean space = Character.isWhitespace(point) || Character.isSpaceChar(point);
            if (!space) {
                append(point, printable);
            } else if (!afterSpace) {
                printable.append(' ');
            }
            if (printable.length() > longest) {
                boolean cutsPair = Character.isHighSurrogate(printable.charAt(longest - 1));
                return printable.substring(0, cutsPair ? longest - 1 : longest) + "…";
            }
            afterSpace = space;
            i += Character.charCount(point);
        }
        return printable.toString();
    }

    // Beside control characters what turns the direction of a text around, and what is no character.
    private static void append(int point, StringBuilder printable) {
        switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED ->
                printable.append(
                        Character.isBmpCodePoint(point) ? "\\u%04x".formatted(point) : "\\u{%x}".formatted(point));
            default -> printable.appendCodePoint(point);
        }
    }
}
