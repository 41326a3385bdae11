/**
 * Sentence pairs as token ids, and the order in which a network sees them: cut once or anew for each epoch, sorted into batches
 * of about one length, padded.
 *
 * <p>Start at {@link io.lingoduct.training.batch.EpochPlan}; where pairs come from is {@link
 * io.lingoduct.training.batch.PairSource}, made by {@link io.lingoduct.training.batch.TokenPairs} and {@link
 * io.lingoduct.training.batch.ResampledPairs}.
 *
 * <p>May import {@code vocabulary}, {@code corpus} and {@code files}; of the application {@code model} (its tokenizer).
 */
package io.lingoduct.training.batch;
