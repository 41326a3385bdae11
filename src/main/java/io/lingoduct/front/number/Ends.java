package io.lingoduct.front.number;

/** Where a sentence may end. */
final class Ends {

    /** A dot, as a regular expression, that does not end a line or a quotation: there it ends the sentence, too. */
    static final String DOT = "(?:\\.(?!" + Digits.SPACE + "?(?:\\z|[\\r\\n\"\u201C\u201D\u00BB\u00AB)\\]])))";

    private Ends() {}
}
