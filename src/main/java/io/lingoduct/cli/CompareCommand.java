package io.lingoduct.cli;

import picocli.CommandLine.Command;

/** Stands in the help. */
@Command(
        name = "compare",
        description = "Train the same model with several recurrent cells and compare them on one page.")
final class CompareCommand extends TrainingPlaceholder {}
