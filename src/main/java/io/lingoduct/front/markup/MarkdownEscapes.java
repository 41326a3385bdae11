package io.lingoduct.front.markup;

/** What must not come to stand as itself in Markdown, lest it becomes emphasis, a link, code or a tag. */
enum MarkdownEscapes implements Spelling.Escapes {
    INSTANCE;

    private static final String SPECIAL = "*_[]`<\\~|&";

    @Override
    public boolean concerns(int codePoint) {
        return SPECIAL.indexOf(codePoint) >= 0;
    }

    @Override
    public String literal(int codePoint, CharSequence text, int next) {
        boolean reference = codePoint == '&' && CharacterReference.at(text, next - 1) != null;
        return reference ? "\\&" : Character.toString(codePoint);
    }

    @Override
    public String added(int codePoint, String lastSpelling) {
        if (!lastSpelling.isEmpty()) {
            return lastSpelling;
        }
        return concerns(codePoint) ? "\\" + Character.toString(codePoint) : Character.toString(codePoint);
    }

    /** A line that begins with a letter begins no list, heading or rule. */
    @Override
    public boolean mayBreakBefore(CharSequence text, int next) {
        return next < text.length() && Character.isLetter(Character.codePointAt(text, next));
    }
}
