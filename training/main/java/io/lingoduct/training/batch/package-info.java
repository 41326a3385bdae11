/**
 * Sentence pairs as token ids, and the order in which a network sees them. Pairs are cut once or anew for each epoch, sorted
 * into batches of about one length, and padded.
 *
 * <p>Start reading at {@link EpochPlan}, {@link PairSource}.
 *
 * <p>May use {@code vocabulary}, {@code corpus}, {@code files}; of the application {@code model}.
 */
package io.lingoduct.training.batch;
