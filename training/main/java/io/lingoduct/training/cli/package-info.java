/**
 * The commands of the training module: train, compare, export and bench training. They read their options and leave the work
 * to the other packages.
 *
 * <p>Start reading at {@link TrainingMain}, {@link TrainCommand}.
 *
 * <p>May use {@code bench}, {@code config}, {@code model.bundle}, {@code process}, {@code training.bench},
 * {@code training.bundle}, {@code training.compare}, {@code training.config}, {@code training.files}, {@code training.loop},
 * {@code training.loop.settings}, {@code training.network}, {@code training.run}.
 */
package io.lingoduct.training.cli;
