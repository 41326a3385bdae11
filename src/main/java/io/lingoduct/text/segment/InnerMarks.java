package io.lingoduct.text.segment;

import java.util.Locale;
import java.util.Set;

/** Exclamation and question marks, ellipses, quotes and brackets within a sentence, which goes on behind them. */
final class InnerMarks {

    /** Names that end in a mark. */
    private static final Set<String> NAMES = WordSets.of("yahoo jeopardy joomla kahoot");

    /** Words that say who said what stands in quotes before them. */
    private static final Set<String> SPEECH = WordSets.of(
            """
            said asked cried replied answered shouted called whispered yelled sagte rief fragte dachte meinte antwortete \
            schrie flüsterte dit demanda répondit cria murmura fit ajouta""");

    private static final Set<String> ENGLISH_PRONOUNS = WordSets.of("i you he she it we they who");

    /** A bracket that opened further back, in characters, is not looked for. */
    private static final int REACH = 200;

    private static final int LONGEST_NAME = 16;

    private final SentenceOpeners openers;
    private final boolean english;

    InnerMarks(Locale language, SentenceOpeners openers) {
        this.openers = openers;
        this.english = language.getLanguage().equals("en");
    }

    /** Whether the sentence [start, end) ends with its last mark, "!" or "?". */
    boolean endsAfterCall(String line, int start, int end, NextWord next) {
        if (next.isLowerCase() && SPEECH.contains(next.lowerCase())) {
            return false;
        }
        int from = end - 1;
        int limit = Math.max(start, from - LONGEST_NAME);
        while (from > limit && Character.isLetter(line.charAt(from - 1))) {
            from--;
        }
        boolean name = NAMES.contains(line.substring(from, end - 1).toLowerCase(Locale.ROOT));
        return !name || openers.opens(next);
    }

    /**
     * Whether it ends with an ellipsis; one with a space before it stands for words that are left out, or for a pause, and
     * one before a sign is part of what a button says: "More… > Settings".
     */
    boolean endsAfterEllipsis(String line, int start, int end, NextWord next) {
        int from = end;
        int limit = Math.max(start, end - REACH);
        while (from > limit && (line.charAt(from - 1) == '.' || line.charAt(from - 1) == '\u2026')) {
            from--;
        }
        if (next.text().isEmpty()) {
            return LeadingMarks.isPictograph(next.first());
        }
        boolean spaced = from > start && WhiteSpace.is(line.charAt(from - 1));
        return !spaced || openers.opens(next);
    }

    /** Whether it ends with a quote or bracket that closes behind a mark, or with any other character. */
    boolean endsAfterClosing(String line, int start, int end, NextWord next) {
        char last = line.charAt(end - 1);
        if (!isClosingQuote(last) && last != ')' && last != ']') {
            return true;
        }
        if (next.isLowerCase()) {
            return false;
        }
        if (isClosingQuote(last)) {
            return !(english && isFollowedBySpeech(line, next));
        }
        return !opensWithin(line, start, end, last == ')' ? '(' : '[') || openers.opens(next);
    }

    /** Whether the sentence began before its last bracket did, and so does not end with it. */
    private static boolean opensWithin(String line, int start, int end, char bracket) {
        int first = WhiteSpace.skip(line, start, Math.min(end, start + REACH));
        int limit = Math.max(first, end - REACH);
        int at = end - 1;
        while (at > limit && line.charAt(at) != bracket) {
            at--;
        }
        return at > first && line.charAt(at) == bracket;
    }

    private boolean isFollowedBySpeech(String line, NextWord name) {
        if (!name.isUpperCase() || name.follower() != ' ' || ENGLISH_PRONOUNS.contains(name.lowerCase())) {
            return false;
        }
        int behind = name.end() + 1;
        return behind < line.length()
                && SPEECH.contains(NextWord.at(line, behind).text());
    }

    private static boolean isClosingQuote(char c) {
        return switch (c) {
            case '"', '\'', '\u2019', '\u201C', '\u201D', '\u00AB', '\u00BB', '\u2039', '\u203A' -> true;
            default -> false;
        };
    }
}
