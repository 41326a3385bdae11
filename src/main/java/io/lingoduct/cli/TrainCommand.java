package io.lingoduct.cli;

import picocli.CommandLine.Command;

/** Stands in the help. */
@Command(name = "train", description = "Train a model from parallel text and export it as a bundle.")
final class TrainCommand extends TrainingPlaceholder {}
