package io.lingoduct.front.check;

import java.util.Locale;

/** What can be found to be wrong with a translation. */
public enum Finding {
    /** The same words or pieces of words again and again. */
    LOOP(true),
    /** Pieces of words on a string of hyphens. */
    JUNK_PIECES(true),
    /** A placeholder is not there once and by itself. */
    LOST_SPAN(true),
    /** A number is not there, or is another one. */
    LOST_NUMBER(true),
    /** Bytes that are no text, or placeholders that the source has not. */
    NO_TEXT(true),
    /** There is nothing, or nothing but marks. */
    EMPTY(true),
    /** A quotation mark or bracket without its partner, which has been taken away or been given one. */
    UNBALANCED_QUOTES(false),
    /** Much longer than its source. */
    TOO_LONG(false),
    /** Much shorter than its source. */
    TOO_SHORT(false),
    /** The search has ended at its limit. */
    INCOMPLETE(false),
    /** The words of the source, for the most part. */
    UNTRANSLATED(false),
    /** A few letters of a script that neither the source nor the rest of the translation is written in. */
    WRONG_SCRIPT(false);

    private final boolean forbidsDelivery;

    Finding(boolean forbidsDelivery) {
        this.forbidsDelivery = forbidsDelivery;
    }

    /** Whether something else must be delivered in its place. */
    public boolean forbidsDelivery() {
        return forbidsDelivery;
    }

    /** Its name for operators, in kebab-case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
