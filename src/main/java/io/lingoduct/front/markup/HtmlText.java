package io.lingoduct.front.markup;

/** Text between tags: entities are decoded, and a line break within it is a space, as it is for whoever reads the page. */
final class HtmlText {

    private HtmlText() {}

    /** Adds the text from where a builder stands. An empty line ends the passage. */
    static void add(String text, int to, PassageBuilder builder) {
        int i = builder.at();
        while (i < to) {
            char c = text.charAt(i);
            if (c == '&') {
                var reference = CharacterReference.at(text, i);
                if (reference != null && reference.end() <= to) {
                    builder.text(i);
                    builder.spelled(reference.codePoint(), reference.end());
                    i = reference.end() - 1;
                }
            } else if (c == '\n' || c == '\r') {
                i = addBreak(text, i, to, builder) - 1;
            }
            i++;
        }
        builder.text(to);
    }

    private static int addBreak(String text, int at, int to, PassageBuilder builder) {
        int start = at;
        while (start > builder.at() && isBlank(text.charAt(start - 1))) {
            start--;
        }
        int end = at;
        int breaks = 0;
        while (end < to && isBlank(text.charAt(end))) {
            boolean second = text.charAt(end) == '\n' && end > 0 && text.charAt(end - 1) == '\r';
            breaks += (text.charAt(end) == '\n' || text.charAt(end) == '\r') && !second ? 1 : 0;
            end++;
        }
        builder.text(start);
        if (breaks == 1) {
            builder.spelled(' ', end);
        } else {
            builder.verbatim(end);
        }
        return end;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }
}
