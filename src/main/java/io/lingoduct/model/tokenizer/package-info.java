/**
 * Text to token ids and back. A bundle has one tokenizer for both languages or one for each.
 *
 * <p>Start reading at {@link SegmentCoder}, {@link Tokenizer}.
 *
 * <p>May use {@code model}, {@code model.bundle}, {@code text.segment}.
 */
package io.lingoduct.model.tokenizer;
