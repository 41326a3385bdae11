/**
 * What stands between a text and a model. A text is turned into what the model reads best; what was taken out is put back into the
 * translation and checked.
 *
 * <p>Start reading at {@link ModelFront}, {@link SegmentPath}, {@link Step}.
 *
 * <p>May use {@code front.align}, {@code front.check}, {@code front.edge}, {@code front.inline}, {@code front.letters}, {@code front.markup}, {@code front.number}, {@code front.quality}, {@code front.span}, {@code model}, {@code text.segment}.
 */
package io.lingoduct.front;
