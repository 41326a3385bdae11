/**
 * Texts that are marked up, taken apart into passages to translate and what stands between them. A passage is free of tags and entities;
 * inline tags hang on its places.
 *
 * <p>Start reading at {@link MarkupReader}, {@link MarkupPiece}, {@link PassageBuilder}.
 *
 * <p>May use {@code front.inline}, {@code front.span}.
 */
package io.lingoduct.front.markup;
