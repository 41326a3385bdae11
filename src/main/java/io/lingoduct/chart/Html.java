package io.lingoduct.chart;

/** Text that is safe inside elements and quoted attributes of a page. */
public final class Html {

    private static final int REPLACEMENT = 0xfffd;

    private Html() {}

    /**
     * The text with the five characters that mean something in HTML written as references, and each character that XML does not
     * know by the replacement character.
     */
    public static String escape(String text) {
        var escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(isInXml(c) ? c : REPLACEMENT);
            }
        });
        return escaped.toString();
    }

    private static boolean isInXml(int c) {
        return c >= 0x20
                ? (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE) && c != 0xfffe && c != 0xffff
                : c == '\t' || c == '\n' || c == '\r';
    }
}
