/**
 * Checks of an output, without a model. They tell whether a span, a value or marks came through, and around which words, and whether it looks like junk.
 *
 * <p>Start reading at {@link WholeOccurrences}, {@link WrittenValue}, {@link PhraseKey}, {@link OutputJunk}.
 *
 * <p>May use nothing of ours.
 */
package io.lingoduct.bench.fidelity.check;
