package io.lingoduct.front.letters;

/** Ways in which the letters of a whole segment may be written. */
enum CasePattern {
    /** As sentences are, or in a way that is none of the others. */
    SENTENCE,
    /** In capitals. */
    CAPITALS,
    /** With a capital for each word that is not one of the small ones. */
    TITLE,
    /** Without any capital. */
    SMALL,
    /** Up and down, for fun. */
    ALTERNATING
}
