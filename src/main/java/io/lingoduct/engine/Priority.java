package io.lingoduct.engine;

/**
 * Urgency of a segment. Every batch holds the segment that has waited longest and, where there is one, the interactive
 * segment that has waited longest; so a small request waits for a batch or a few behind a queue full of large ones, and
 * neither kind starves.
 */
public enum Priority {
    /** Part of a small request, whose sender waits for it. */
    INTERACTIVE,
    /** Part of a large amount of text. */
    BULK
}
