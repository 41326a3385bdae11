/**
 * Parallel text, read and cleaned. Lines of two files become pairs of sentences, and pairs that a model should not learn
 * from are dropped, with the reason.
 *
 * <p>Start reading at {@link ParallelText}, {@link CorpusFilter}.
 *
 * <p>May use {@code model}, {@code text.lines}, {@code text.segment}, {@code training.files}.
 */
package io.lingoduct.training.corpus;
