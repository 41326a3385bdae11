/**
 * Parallel text, read and cleaned. Lines of two files become pairs of sentences, and pairs that a model should not learn
 * from are dropped, with the reason.
 *
 * <p>Start reading at {@link ParallelText}, {@link CorpusFilter}.
 *
 * <p>May use {@code files}; of the application {@code text}.
 */
package io.lingoduct.training.corpus;
