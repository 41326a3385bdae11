package io.lingoduct.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/**
 * A command that stands in the help only: training has a class path of its own, which the launcher script puts together and
 * which has the command itself.
 */
abstract class TrainingPlaceholder implements Callable<Integer> {

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
