/**
 * The commands of the training module: train, compare, export and bench training. They read their options and leave the work
 * to the other packages.
 *
 * <p>Start reading at {@link TrainingMain}, {@link TrainCommand}.
 *
 * <p>May use all packages of this module; of the application {@code model}, {@code text}, {@code config}, {@code bench},
 * {@code process}.
 */
package io.lingoduct.training.cli;
