/**
 * Training pairs as careless writers would write them, and with placeholders for what is not translated. Each epoch draws anew
 * which pairs are changed and how; the translation keeps its meaning, and noise touches the source alone.
 *
 * <p>Start reading at {@link Augmentation}, {@link PlaceholderSpans}, {@link Typos}.
 *
 * <p>May use {@code model}, {@code text.segment}, {@code training.batch}, {@code training.corpus}, {@code training.shortlist}.
 */
package io.lingoduct.training.augment;
