package io.lingoduct.front.markup;

/** The way in which a text marks up its words. */
public enum TextMarkup {
    /** Not at all: what looks like a tag is a word that must come through. */
    TEXT,
    /** HTML or XML: tags and entities. */
    HTML,
    /** Markdown as CommonMark has it, with tables. */
    MARKDOWN
}
