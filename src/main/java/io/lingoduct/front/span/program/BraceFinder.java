package io.lingoduct.front.span.program;

import io.lingoduct.front.span.scan.Chars;
import io.lingoduct.front.span.scan.OpenText;
import io.lingoduct.front.span.scan.Sign;
import io.lingoduct.front.span.scan.StretchFinder;
import java.util.Arrays;
import java.util.Set;

/**
 * Finds placeholders between braces: <code>{{x}}</code>, <code>{x}</code>, <code>${x}</code>, <code>{0,number}</code>, forms of ICU and
 * Fluent. Braces are paired once for the whole text, so that nested and unbalanced ones cost no more than others.
 */
public final class BraceFinder implements StretchFinder {

    private static final int LONGEST_NAME = 100;
    private static final int MOST_SPACES = 4;
    private static final int LONGEST_OF_TEMPLATE = 1_000;
    private static final String BEFORE_BRACE = "$%#@";
    private static final Set<String> ICU_TYPES = Set.of(
            "plural",
            "select",
            "selectordinal",
            "number",
            "date",
            "time",
            "choice",
            "spellout",
            "ordinal",
            "duration",
            "list");

    @Override
    public int signs() {
        return Sign.BRACE.bit();
    }

    @Override
    public void find(OpenText text) {
        int[] partner = partners(text);
        int i = text.next('{', 0);
        while (i < text.length()) {
            int end = partner[i] < 0 ? -1 : end(text, partner, i);
            if (end >= 0) {
                int start = i > 0 && BEFORE_BRACE.indexOf(text.at(i - 1)) >= 0 ? i - 1 : i;
                text.take(start, end);
            }
            i = text.next('{', Math.max(end, i + 1));
        }
    }

    /** The index of the brace that closes each one; -1 where there is none, and for all other characters. */
    private static int[] partners(OpenText text) {
        var partner = new int[text.length()];
        Arrays.fill(partner, -1);
        var open = new int[text.length()];
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.at(i);
            if (c == '{') {
                open[depth++] = i;
            } else if (c == '}' && depth > 0) {
                partner[open[--depth]] = i;
            } else if (c == OpenText.CLOSED) {
                depth = 0;
            }
        }
        return partner;
    }

    private static int end(OpenText text, int[] partner, int start) {
        int last = partner[start];
        char next = text.at(start + 1);
        if (next == '{') {
            // As many as are closed together, up to the three of Mustache.
            boolean two = partner[start + 1] == last - 1;
            boolean four =
                    two && text.at(start + 2) == '{' && text.at(start + 3) == '{' && partner[start + 2] == last - 2;
            return two && !four && last - start < LONGEST_OF_TEMPLATE && !isBlank(text, start + 2, last - 1)
                    ? last + 1
                    : -1;
        }
        boolean marked = start > 0 && BEFORE_BRACE.indexOf(text.at(start - 1)) >= 0;
        boolean instruction = next == '%' && text.at(last - 1) == '%' && last - start > 3 || next == '!' || next == '#';
        if (marked || instruction) {
            return last > start + 1 && last - start < LONGEST_OF_TEMPLATE ? last + 1 : -1;
        }
        return isPlaceholder(text, start + 1, last) ? last + 1 : -1;
    }

    private static boolean isBlank(OpenText text, int start, int end) {
        int i = start;
        while (i < end && i - start < MOST_SPACES && Character.isWhitespace(text.at(i))) {
            i++;
        }
        return i >= end;
    }

    /** Whether a name is all there is between two braces, or a name and what ICU does with it. */
    private static boolean isPlaceholder(OpenText text, int start, int end) {
        int i = afterSpaces(text, start);
        if ("$@/:^-".indexOf(text.at(i)) >= 0) {
            i++;
        }
        int name = i;
        while (i - name < LONGEST_NAME && isNamePart(text.at(i))) {
            i++;
        }
        if (i == name) {
            return start == end; // {} of loggers
        }
        int behind = afterSpaces(text, i);
        char c = text.at(behind);
        return behind == end
                || c == ',' && isIcuType(text, afterSpaces(text, behind + 1))
                || c == '|' && end - i < LONGEST_OF_TEMPLATE
                || c == '(' && end - i < LONGEST_NAME
                || i == behind && (c == ':' || c == '!') && end - i < LONGEST_NAME && !hasSpace(text, i, end)
                || c == '-' && text.at(behind + 1) == '>'
                || c == '>' && text.at(behind - 1) == '-';
    }

    private static boolean isNamePart(char c) {
        return Chars.isWordOrUnderscore(c) || c == '.' || c == '-' || c == '[' || c == ']' || c == '$';
    }

    private static boolean isIcuType(OpenText text, int start) {
        int end = start;
        while (end - start < 16 && Chars.isLowerAscii(text.at(end))) {
            end++;
        }
        return ICU_TYPES.contains(text.part(start, end));
    }

    private static boolean hasSpace(OpenText text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (Character.isWhitespace(text.at(i))) {
                return true;
            }
        }
        return false;
    }

    private static int afterSpaces(OpenText text, int from) {
        int i = from;
        while (i - from < MOST_SPACES && Character.isWhitespace(text.at(i))) {
            i++;
        }
        return i;
    }
}
