/**
 * One training run from its configuration to a bundle. Texts are read and cleaned, a vocabulary is learnt, a network is
 * trained and exported; the run's folder says where a stopped run goes on, and another run may start from it.
 *
 * <p>Start reading at {@link TrainingRun}, {@link RunFolder}, {@link StartingPoint}.
 *
 * <p>May use {@code config}, {@code model.bundle}, {@code model.tokenizer}, {@code process}, {@code text.metrics},
 * {@code training.augment}, {@code training.batch}, {@code training.bundle}, {@code training.config}, {@code training.corpus}, {@code training.files},
 * {@code training.loop}, {@code training.loop.checkpoint}, {@code training.loop.optimizer}, {@code training.loop.settings},
 * {@code training.loop.validation}, {@code training.network}, {@code training.report}, {@code training.shortlist},
 * {@code training.vocabulary}.
 */
package io.lingoduct.training.run;
