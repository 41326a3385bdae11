package io.lingoduct.front.check;

/** Takes away quotation marks and brackets that have no partner. */
final class QuoteRepair {

    private static final String QUOTES = "\"\u201E\u201C\u201D\u00AB\u00BB";
    private static final String OPENING = "([{";
    private static final String CLOSING = ")]}";

    private QuoteRepair() {}

    static boolean hasLoneQuote(String text) {
        return text.chars().filter(c -> QUOTES.indexOf(c) >= 0).count() % 2 == 1;
    }

    private static boolean hasLoneBracket(String text) {
        for (int i = 0; i < OPENING.length(); i++) {
            char open = OPENING.charAt(i);
            char close = CLOSING.charAt(i);
            if (text.chars().filter(c -> c == open).count()
                    != text.chars().filter(c -> c == close).count()) {
                return true;
            }
        }
        return false;
    }

    /** The target without lone marks, if the source has none. */
    static String repaired(String source, String target) {
        var repaired = target;
        if (hasLoneQuote(target) && !hasLoneQuote(source)) {
            repaired = without(target, QUOTES, source.chars().anyMatch(c -> QUOTES.indexOf(c) >= 0));
        }
        if (hasLoneBracket(repaired) && !hasLoneBracket(source)) {
            repaired = without(repaired, OPENING + CLOSING, false);
        }
        return repaired.isBlank() ? target : repaired;
    }

    /** @param onlyLast whether the others of the marks have partners */
    private static String without(String text, String marks, boolean onlyLast) {
        var kept = new StringBuilder();
        int last = -1;
        for (int i = 0; i < text.length(); i++) {
            if (marks.indexOf(text.charAt(i)) >= 0) {
                last = i;
            }
        }
        for (int i = 0; i < text.length(); i++) {
            if (marks.indexOf(text.charAt(i)) < 0 || onlyLast && i != last) {
                kept.append(text.charAt(i));
            }
        }
        return kept.toString().strip();
    }
}
