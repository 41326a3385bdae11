package io.lingoduct.cli;

import picocli.CommandLine.Command;

/** Stands in the help. */
@Command(name = "training", description = "Measure training: tokens per second, share of the peak, memory.")
final class BenchTrainingCommand extends TrainingPlaceholder {}
