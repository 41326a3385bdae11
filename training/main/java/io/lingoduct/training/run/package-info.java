/**
 * One training run from its configuration to a bundle: texts are read and cleaned, a vocabulary is learnt, a network is
 * trained and exported. A run has a folder of its own, which it goes on from when it was stopped and which other runs may
 * start from.
 *
 * <p>Start at {@link io.lingoduct.training.run.TrainingRun}, which reads from top to bottom. {@link
 * io.lingoduct.training.run.RunFolder} and {@link io.lingoduct.training.run.Fingerprint} say whose folder it is, {@code
 * StartingPoint} what a run takes over from another, {@code RunRecorder} what is logged.
 *
 * <p>May import all that leads there: {@code corpus}, {@code vocabulary}, {@code batch}, {@code network}, {@code loop}, {@code
 * shortlist}, {@code bundle}, {@code report}, {@code config} and {@code files}; of the application {@code model}, {@code text},
 * {@code config} and {@code process}.
 */
package io.lingoduct.training.run;
