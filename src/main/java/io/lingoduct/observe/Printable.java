package io.lingoduct.observe;

import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/**
 * Text from elsewhere (messages, headers, topics, registries, manifests) made fit for a terminal or a log. Characters that could move a cursor, begin a line,
 * turn the direction of writing or hide are written as in Java: {@code \n}, {@code \u001B}. These are controls (C0, DEL, C1), separators of lines and
 * paragraphs, lone surrogates, and invisible characters of format but for the two joiners, which scripts and emoji need.
 * A backslash stays as it is. JSON stays the same JSON.
 */
public final class Printable {

    private static final int LONGEST_SENTENCE = 500;
    private static final int LONGEST_NAME = 200;
    private static final Pattern WHITE_SPACE = Pattern.compile("[\\s\\p{Z}]+");
    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private Printable() {}

    /** The text on one line: line breaks and tabs are escaped, too. */
    public static String line(String text) {
        return escaped(text, Printable::isVisible);
    }

    /** The text on one line, cut where it is longer. */
    public static String line(String text, int mostCharacters) {
        if (text.length() <= mostCharacters) {
            return line(text);
        }
        boolean cutsPair = Character.isHighSurrogate(text.charAt(mostCharacters - 1));
        return line(text.substring(0, cutsPair ? mostCharacters - 1 : mostCharacters)) + "…";
    }

    /** Words of somebody else, such as a registry's answer, to stand in a message of ours: runs of white space are one space. */
    public static String sentence(String text) {
        return line(WHITE_SPACE.matcher(text).replaceAll(" ").strip(), LONGEST_SENTENCE);
    }

    /** A name that somebody else has given, to stand in a message of ours. */
    public static String name(String name) {
        return line(name, LONGEST_NAME);
    }

    /** Whether a text can stand in a message of ours as it is. */
    public static boolean isSentence(String text) {
        return text.equals(sentence(text));
    }

    /** The text with its line feeds and tabs. */
    public static String lines(String text) {
        return escaped(text, character -> character == '\n' || character == '\t' || isVisible(character));
    }

    /** A stack trace that has its own line breaks and none of those in messages of exceptions. Ends with a line break. */
    public static String trace(Throwable fault) {
        return ThrowableProxyUtil.asString(new PrintableThrowable(new ThrowableProxy(fault)));
    }

    private static String escaped(String text, IntPredicate stays) {
        if (text.codePoints().allMatch(stays)) {
            return text;
        }
        var escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(character -> {
            if (stays.test(character)) {
                escaped.appendCodePoint(character);
            } else {
                escape(character, escaped);
            }
        });
        return escaped.toString();
    }

    private static void escape(int character, StringBuilder to) {
        switch (character) {
            case '\n' -> to.append("\\n");
            case '\r' -> to.append("\\r");
            case '\t' -> to.append("\\t");
            default -> {
                for (char unit : Character.toChars(character)) {
                    to.append(String.format("\\u%04X", (int) unit));
                }
            }
        }
    }

    private static boolean isVisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                false;
            case Character.FORMAT -> character == ZERO_WIDTH_JOINER || character == ZERO_WIDTH_NON_JOINER;
            default -> true;
        };
    }
}
