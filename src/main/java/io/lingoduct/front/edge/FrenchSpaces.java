package io.lingoduct.front.edge;

import java.util.Locale;

/** The space that French has before a mark of two parts, where a mark goes from one language to another. */
enum FrenchSpaces {
    /** Both languages have it or neither has. */
    NONE,
    ADDED,
    REMOVED;

    private static final String MARKS = "!?:;\u203D\u203C\u2047\u2048\u2049";
    private static final String NO_BREAK = "\u00A0";

    static FrenchSpaces between(String source, String target) {
        boolean from = isFrench(source);
        boolean to = isFrench(target);
        return from == to ? NONE : to ? ADDED : REMOVED;
    }

    /** A text and what follows it. */
    String joined(String text, String trail) {
        int mark = FinalMarks.skipSpaces(trail, 0, trail.length());
        if (mark == trail.length() || MARKS.indexOf(trail.charAt(mark)) < 0) {
            return text + trail;
        }
        return switch (this) {
            case NONE -> text + trail;
            case ADDED -> text + (mark == 0 ? NO_BREAK : "") + trail;
            case REMOVED -> text + trail.substring(mark);
        };
    }

    static boolean isFrench(String tag) {
        return Locale.forLanguageTag(tag).getLanguage().equals("fr");
    }
}
