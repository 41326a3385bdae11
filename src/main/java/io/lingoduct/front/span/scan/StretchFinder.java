package io.lingoduct.front.span.scan;

/**
 * Finds stretches of one kind in what is still open of a text, in time that grows linearly with it. It never fails, whatever the text.
 * Safe to use from many threads.
 */
public interface StretchFinder {

    /** Signs without which a text has no such stretch, of {@link Sign}, as bits. */
    int signs();

    /** Takes what it finds, from left to right. */
    void find(OpenText text);
}
