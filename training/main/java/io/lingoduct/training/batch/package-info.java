/**
 * Sentence pairs as token ids, and the order in which a network sees them. Pairs are cut into tokens once or anew for each
 * epoch, sorted into batches of about one length, and padded.
 *
 * <p>Start reading at {@link io.lingoduct.training.batch.EpochPlan}, {@link io.lingoduct.training.batch.TokenPairs}, {@link
 * io.lingoduct.training.batch.PairSource}.
 *
 * <p>May use {@code model.tokenizer}, {@code training.corpus}, {@code training.files}, {@code training.vocabulary}.
 */
package io.lingoduct.training.batch;
