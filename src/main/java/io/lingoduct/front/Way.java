package io.lingoduct.front;

import java.util.Locale;

/** The ways to have a segment translated, in the order in which they are tried. */
public enum Way {
    /** As it is, with placeholders for its spans. */
    DIRECT,
    /** The same, searched so that nothing is said twice. */
    UNREPEATED,
    /** With placeholders of another form. */
    OTHER_FORM,
    /** With placeholders for all numbers, too. */
    NUMBERS,
    /** The pieces between the spans, each on its own. */
    PIECES,
    /** Not at all: the source stays. */
    SOURCE;

    /** Its name for operators, in kebab-case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
