/**
 * What stands between a text and a model. A text is turned into what the model reads best; what was taken out is put back into the
 * translation and checked.
 *
 * <p>Start reading at {@link Front}, {@link Step}, {@link TextOptions}.
 *
 * <p>May use {@code front.inline}, {@code front.markup}, {@code front.number}, {@code front.span}, {@code model}, {@code text.segment}.
 */
package io.lingoduct.front;
