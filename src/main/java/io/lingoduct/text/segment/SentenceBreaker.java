package io.lingoduct.text.segment;

import com.ibm.icu.text.BreakIterator;
import java.util.Locale;

/**
 * Finds sentences by the rules of Unicode (UAX #29, by ICU) and takes back the breaks that those rules set too readily:
 * after titles and initials, between ordinal and noun, inside addresses. Where in doubt it does not break, because two
 * sentences in one segment are translated better than two halves of a sentence.
 */
final class SentenceBreaker {

    private final BreakIterator prototype;
    private final Abbreviations abbreviations;

    SentenceBreaker(Locale language) {
        this.prototype = BreakIterator.getSentenceInstance(language);
        this.abbreviations = Abbreviations.of(language);
    }

    /** Hands over each sentence of the line [start, end), without the white space around it. */
    void forEachSentence(String text, int start, int end, SpanConsumer sentences) {
        var line = text.substring(start, end);
        // An iterator holds the text it works on, hence one for each call.
        var iterator = prototype.clone();
        iterator.setText(line);
        int from = 0;
        for (int boundary = iterator.next(); boundary != BreakIterator.DONE; boundary = iterator.next()) {
            if (boundary == line.length() || endsSentence(line, from, boundary)) {
                int first = WhiteSpace.skip(line, from, boundary);
                int last = WhiteSpace.stripEnd(line, first, boundary);
                if (first < last) {
                    sentences.accept(start + first, start + last);
                }
                from = boundary;
            }
        }
    }

    private boolean endsSentence(String line, int start, int boundary) {
        int end = WhiteSpace.stripEnd(line, start, boundary);
        if (end == start) {
            return true;
        }
        char last = line.charAt(end - 1);
        int next = line.codePointAt(boundary);
        if (end == boundary && last < 0x80) {
            return false;
        }
        if (isClosingQuote(last) && Character.isLowerCase(next)) {
            return false;
        }
        return last != '.' || !abbreviations.isAbbreviation(lastWord(line, start, end - 1), next);
    }

    private static boolean isClosingQuote(char c) {
        return switch (c) {
            case '"', '\'', '\u2019', '\u201C', '\u201D', '\u00AB', '\u00BB' -> true;
            default -> false;
        };
    }

    private static String lastWord(String line, int start, int end) {
        int limit = Math.max(start, end - Abbreviations.LONGEST - 1);
        int from = end;
        while (from > limit && (Character.isLetterOrDigit(line.charAt(from - 1)) || line.charAt(from - 1) == '.')) {
            from--;
        }
        return line.substring(from, end);
    }
}
