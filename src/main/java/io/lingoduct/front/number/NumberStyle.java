package io.lingoduct.front.number;

/** How numbers, prices, dates and times of a source are written in its translation. */
public enum NumberStyle {
    /** As the source has them, byte for byte. */
    KEEP,
    /** As the target's language writes them, by Unicode's CLDR; the value stays. */
    LOCALIZE
}
