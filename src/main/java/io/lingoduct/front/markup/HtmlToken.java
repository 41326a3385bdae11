package io.lingoduct.front.markup;

/**
 * Something in a text of HTML or XML; the next one begins where it ends.
 *
 * @param name of an element, in small letters; empty for others
 * @param kept whether the source says that it must not be translated
 */
record HtmlToken(Type type, int from, int to, String name, boolean kept) {

    enum Type {
        TEXT,
        /** A tag that opens an element. */
        OPEN,
        CLOSE,
        /** An element without content. */
        EMPTY,
        /** A comment or an instruction, which no reader sees. */
        COMMENT,
        /** What is not for readers, with its content: scripts, declarations, character data. */
        RAW
    }
}
