package io.lingoduct.front.check;

import java.util.ArrayDeque;
import java.util.BitSet;

/**
 * Deals with quotation marks and brackets that a model has left without a partner and that the source has balanced or not at all. A
 * quotation gets the mark that it lacks where the source tells the place; other marks are taken away.
 */
final class QuoteRepair {

    private static final String QUOTES = "\"\u201E\u201C\u201D\u00AB\u00BB";

    /** What is set at the end for each of the quotes, none for those that only close. */
    private static final String PARTNERS_BEHIND = "\"\u201C\u201D\0\u00BB\0";

    private static final String OPENING = "([{";
    private static final String CLOSING = ")]}";
    private static final String FINAL_MARKS = ".!?\u2026";

    private QuoteRepair() {}

    /** The target with all marks in pairs, if the source has them so. */
    static String repaired(String source, String target) {
        var repaired = target;
        if (hasLoneQuote(target) && !hasLoneQuote(source)) {
            repaired = withQuotesInPairs(source, target);
        }
        var lone = loneBrackets(repaired);
        if (!lone.isEmpty() && loneBrackets(source).isEmpty()) {
            repaired = without(repaired, lone);
        }
        return repaired;
    }

    static boolean hasLoneQuote(String text) {
        return text.chars().filter(c -> QUOTES.indexOf(c) >= 0).count() % 2 == 1;
    }

    private static String withQuotesInPairs(String source, String target) {
        boolean quoted = source.chars().anyMatch(c -> QUOTES.indexOf(c) >= 0);
        int last = -1;
        var all = new BitSet();
        for (int i = 0; i < target.length(); i++) {
            if (QUOTES.indexOf(target.charAt(i)) >= 0) {
                all.set(i);
                last = i;
            }
        }
        if (!quoted) {
            return without(target, all);
        }
        int end = beforeFinalMarks(source);
        if (end > 0 && QUOTES.indexOf(source.charAt(end - 1)) >= 0) {
            char partner = partnerBehind(target, last);
            int place = end == source.length() ? target.length() : beforeFinalMarks(target);
            if (partner != 0 && place > last + 1) {
                return target.substring(0, place) + spaceBehind(target, last) + partner + target.substring(place);
            }
        }
        var only = new BitSet();
        only.set(last);
        return without(target, only);
    }

    /** The mark that closes what the one at an index opens; 0 if that one opens nothing. */
    private static char partnerBehind(String target, int index) {
        char mark = target.charAt(index);
        boolean closesGerman = mark == '\u201C' && target.indexOf('\u201E') >= 0;
        return closesGerman ? 0 : PARTNERS_BEHIND.charAt(QUOTES.indexOf(mark));
    }

    /** The space within a quotation, which some languages write. */
    private static String spaceBehind(String target, int index) {
        char next = target.charAt(index + 1);
        return target.charAt(index) == '\u00AB' && (Character.isSpaceChar(next)) ? String.valueOf(next) : "";
    }

    private static int beforeFinalMarks(String text) {
        int end = text.length();
        while (end > 0 && FINAL_MARKS.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return end;
    }

    private static BitSet loneBrackets(String text) {
        var lone = new BitSet();
        var open = new ArrayDeque<Integer>();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int closing = CLOSING.indexOf(c);
            if (OPENING.indexOf(c) >= 0) {
                open.push(i);
            } else if (closing >= 0) {
                if (!open.isEmpty() && OPENING.indexOf(text.charAt(open.peek())) == closing) {
                    open.pop();
                } else {
                    lone.set(i);
                }
            }
        }
        open.forEach(lone::set);
        return lone;
    }

    /** The text without the marks at some indices; as it is if nothing else is in it. */
    private static String without(String text, BitSet marks) {
        var kept = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (!marks.get(i)) {
                kept.append(text.charAt(i));
            }
        }
        var rest = kept.toString().strip();
        return rest.isEmpty() ? text : rest;
    }
}
