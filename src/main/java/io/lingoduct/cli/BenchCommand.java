package io.lingoduct.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code lingoduct bench}: the benchmarks. */
@Command(
        name = "bench",
        description = "Measure speed, memory and fidelity on this machine, and try the guarantees.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "BENCHMARK",
        subcommands = {
            BenchChaosCommand.class,
            BenchEngineCommand.class,
            BenchFidelityCommand.class,
            BenchPipelineCommand.class,
            BenchSoakCommand.class,
            TrainingPlaceholder.Bench.class
        })
final class BenchCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "the name of a benchmark is missing");
    }
}
