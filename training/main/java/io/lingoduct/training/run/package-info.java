/**
 * One training run from its configuration to a bundle. Texts are read and cleaned, a vocabulary is learnt, a network is
 * trained and exported; the run's folder says where a stopped run goes on, and another run may start from it.
 *
 * <p>Start reading at {@link TrainingRun}, {@link RunFolder}, {@link StartingPoint}.
 *
 * <p>May use {@code bundle}, {@code shortlist}, {@code loop}, {@code report}, {@code config}, {@code network},
 * {@code batch}, {@code vocabulary}, {@code corpus}, {@code files}; of the application {@code model}, {@code text},
 * {@code config}, {@code process}.
 */
package io.lingoduct.training.run;
