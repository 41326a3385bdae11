package io.lingoduct.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/**
 * A command that stands in the help only: training has a class path of its own, which the launcher script puts together and
 * which has the command itself.
 */
abstract class TrainingPlaceholder implements Callable<Integer> {

    @Command(name = "train", description = "Train a model from parallel text and export it as a bundle.")
    static final class Train extends TrainingPlaceholder {}

    @Command(
            name = "compare",
            description = "Train the same model with several recurrent cells and compare them on one page.")
    static final class Compare extends TrainingPlaceholder {}

    @Command(
            name = "export",
            description = "Write a bundle anew, with the same weights and the graphs of this version of Lingoduct.")
    static final class Export extends TrainingPlaceholder {}

    /** {@code bench training}. */
    @Command(name = "training", description = "Measure training: tokens per second, share of the peak, memory.")
    static final class Bench extends TrainingPlaceholder {}

    @Spec
    private CommandSpec spec;

    @Unmatched
    private final List<String> ignored = new ArrayList<>();

    @Override
    public final Integer call() {
        var command = spec.qualifiedName();
        spec.commandLine().getErr().println("Training needs libraries that are not loaded here: use ./" + command);
        return ExitCode.USAGE;
    }
}
