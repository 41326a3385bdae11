package io.lingoduct.front.markup;

/** What must not stand as itself in the text of HTML, lest it becomes a tag or an entity. */
enum HtmlEscapes implements Spelling.Escapes {
    INSTANCE;

    @Override
    public boolean concerns(int codePoint) {
        return codePoint == '<' || codePoint == '&';
    }

    @Override
    public String literal(int codePoint, CharSequence text, int next) {
        boolean dangerous = codePoint == '<'
                ? next < text.length()
                        && (Character.isLetter(text.charAt(next)) || "/!?".indexOf(text.charAt(next)) >= 0)
                : codePoint == '&' && CharacterReference.at(text, next - 1) != null;
        return dangerous ? added(codePoint, "") : Character.toString(codePoint);
    }

    @Override
    public String added(int codePoint, String lastSpelling) {
        if (!lastSpelling.isEmpty()) {
            return lastSpelling;
        }
        return switch (codePoint) {
            case '<' -> "&lt;";
            case '&' -> "&amp;";
            default -> Character.toString(codePoint);
        };
    }

    @Override
    public boolean mayBreakBefore(CharSequence text, int next) {
        return true;
    }
}
