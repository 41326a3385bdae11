package io.lingoduct.cli;

import picocli.CommandLine.Command;

/** Stands in the help. */
@Command(
        name = "export",
        description = "Write a bundle anew, with the same weights and the graphs of this version of Lingoduct.")
final class ExportCommand extends TrainingPlaceholder {}
