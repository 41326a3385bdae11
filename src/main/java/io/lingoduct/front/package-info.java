/**
 * What stands between a text and a model. A text is turned into what the model reads best; what was taken out is put back into the
 * translation and checked.
 *
 * <p>Start reading at {@link TextOptions}.
 *
 * <p>May use {@code front.markup}, {@code front.number}, {@code front.span}.
 */
package io.lingoduct.front;
