package io.lingoduct.bench.fidelity.check;

import java.util.List;

/** A language of marks in a text. */
public sealed interface Markup permits HtmlMarkup, MarkdownMarkup {

    /** Whether each mark that opens something has its partner, in order. */
    boolean isWellFormed(String text);

    /** All marks, byte for byte, sorted: a translation may order them anew. */
    List<String> marks(String text);

    /** The words between the two parts of each mark that has two, in the order of a text that is well-formed. */
    List<MarkedPhrase> phrases(String text);
}
