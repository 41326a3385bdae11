package io.lingoduct.admin;

/** Text from outside on its way into a log line or an answer. */
final class Printable {

    private Printable() {}

    /** The text with whatever a terminal might obey written as {@code \}{@code uXXXX}, cut after a number of characters. */
    static String of(String text, int maxChars) {
        var printable = new StringBuilder();
        text.chars().limit(maxChars).forEach(unit -> {
            if (isHarmless((char) unit)) {
                printable.append((char) unit);
            } else {
                printable.append(String.format("\\u%04x", unit));
            }
        });
        return text.length() > maxChars ? printable + "…" : printable.toString();
    }

    private static boolean isHarmless(char unit) {
        return switch (Character.getType(unit)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
