package io.lingoduct.text.segment;

import com.ibm.icu.text.BreakIterator;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Finds sentences by the rules of Unicode (UAX #29, by ICU) and takes back the breaks that those rules set too readily:
 * after abbreviations and initials, between ordinal and noun, inside addresses, after names such as "Yahoo!", between a quote
 * and who says it. Where in doubt it does not break, because two sentences in one segment are translated better than two
 * halves of a sentence.
 *
 * <p>The costs grow linearly with the line: each break is judged by the few characters around it.
 */
final class SentenceBreaker {

    private static final char ELLIPSIS = '\u2026';

    /** French writes a space there. */
    private static final Pattern SPACE_BEFORE_CLOSING =
            Pattern.compile("[ \\xA0\\u202F](?=\u00BB(?:[\\p{Z}.,;:!?)]|$))");

    /** Letter of an item that follows another: "b) ". */
    private static final Pattern ITEM = Pattern.compile("(?<=[.!?][ \\xA0])[a-z](?=\\)[ \\xA0])");

    private final BreakIterator prototype;
    private final Abbreviations abbreviations;
    private final SentenceOpeners openers;
    private final LeadingMarks leadingMarks;
    private final InnerMarks innerMarks;

    SentenceBreaker(Locale language) {
        this.prototype = BreakIterator.getSentenceInstance(language);
        this.openers = SentenceOpeners.of(language);
        this.abbreviations = Abbreviations.of(language, openers);
        this.leadingMarks = new LeadingMarks(abbreviations);
        this.innerMarks = new InnerMarks(language, openers);
    }

    /** Hands over each sentence of the line [start, end), without white space, list number and emoji before it. */
    void forEachSentence(String text, int start, int end, SpanConsumer sentences) {
        var line = text.substring(start, end);
        // An iterator holds the text it works on, hence one for each call.
        var iterator = prototype.clone();
        iterator.setText(asUnicodeExpects(line));
        int from = 0;
        for (int boundary = iterator.next(); boundary != BreakIterator.DONE; boundary = iterator.next()) {
            if (boundary == line.length() || endsSentence(line, from, boundary)) {
                int last = WhiteSpace.stripEnd(line, from, boundary);
                int first = leadingMarks.skip(line, from, last);
                if (first < last) {
                    sentences.accept(start + first, start + last);
                }
                from = boundary;
            }
        }
    }

    /**
     * The line with other characters in the place of those that Unicode's rules do not know: they do not count an ellipsis of
     * one character among the marks that may end a sentence, expect a closing quote right behind the mark, and take the letter
     * of an item for a word, with which a sentence goes on.
     */
    private static String asUnicodeExpects(String line) {
        var quotes = SPACE_BEFORE_CLOSING.matcher(line.replace(ELLIPSIS, '.')).replaceAll("\u00BB");
        return ITEM.matcher(quotes).replaceAll("0");
    }

    private boolean endsSentence(String line, int start, int boundary) {
        int end = WhiteSpace.stripEnd(line, start, boundary);
        if (end == start) {
            return true;
        }
        char last = line.charAt(end - 1);
        if (end == boundary && (last < 0x80 || last == ELLIPSIS)) {
            return LeadingMarks.isPictograph(line.codePointAt(boundary));
        }
        if (leadingMarks.isListNumber(line, start, boundary)) {
            return false;
        }
        var next = NextWord.at(line, boundary);
        return switch (last) {
            case '.' ->
                isEllipsis(line, start, end)
                        ? innerMarks.endsAfterEllipsis(line, start, end, next)
                        : !abbreviations.isAbbreviation(line, start, end - 1, next);
            case ELLIPSIS -> innerMarks.endsAfterEllipsis(line, start, end, next);
            case '!', '?' -> innerMarks.endsAfterCall(line, start, end, next);
            default -> innerMarks.endsAfterClosing(line, start, end, next);
        };
    }

    private static boolean isEllipsis(String line, int start, int end) {
        return end - start > 1 && line.charAt(end - 2) == '.';
    }
}
