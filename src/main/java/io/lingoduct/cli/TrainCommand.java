package io.lingoduct.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** Stands in the help; training has a class path of its own, which the launcher script puts together. */
@Command(name = "train", description = "Train a model from parallel text and export it as a bundle.")
final class TrainCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Unmatched
    private final List<String> ignored = new ArrayList<>();

    @Override
    public Integer call() {
        spec.commandLine().getErr().println("Training needs libraries that are not loaded here: use ./lingoduct train");
        return ExitCode.USAGE;
    }
}
