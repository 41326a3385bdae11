package io.lingoduct.training.cli;

import picocli.CommandLine.Option;

/** {@code --help}, for every command. */
final class HelpOption {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this help and exits.")
    private boolean help;
}
