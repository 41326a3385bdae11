/**
 * Target tokens that a source token may lead to. They are learnt from the training text by IBM Model 1, chosen by their
 * probability, and joined with those of an earlier list.
 *
 * <p>Start reading at {@link ShortlistLearner}, {@link Model1}, {@link CandidateSelection}.
 *
 * <p>May use {@code model.bundle}, {@code training.batch}, {@code training.vocabulary}.
 */
package io.lingoduct.training.shortlist;
