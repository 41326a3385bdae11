/**
 * Edges of a segment: decoration, bullets, quotes and marks around what a sentence says. They are kept from the model, which gets the one
 * final mark that it expects.
 *
 * <p>Start reading at {@link SegmentEdges}, {@link EdgedSegment}.
 *
 * <p>May use {@code front.lexicon}, {@code text.segment}.
 */
package io.lingoduct.front.edge;
