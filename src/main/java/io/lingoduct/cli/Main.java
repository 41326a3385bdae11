package io.lingoduct.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The entry point: {@code lingoduct <command>}. */
@Command(
        name = "lingoduct",
        description = "Translates Kafka topics with recurrent neural models.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DemoCommand.class,
            ServeCommand.class,
            ConfigCommand.class,
            ProduceCommand.class,
            ConsumeCommand.class,
            DeadLettersCommand.class,
            TranslateCommand.class,
            EvaluateCommand.class,
            TrainCommand.class,
            CompareCommand.class,
            ExportCommand.class,
            BenchCommand.class
        },
        footer = {
            "",
            "Exit codes: 0 done, 1 something failed on the way, 2 wrong usage, configuration, input file or model bundle,",
            "130 stopped by Ctrl-C, 143 stopped by SIGTERM.",
            "With LINGODUCT_DEBUG=1 in the environment, errors come with their stack trace."
        })
public final class Main implements Runnable {

    @Spec
    private CommandSpec spec;

    public static void main(String[] args) {
        System.exit(withFaultReports(new CommandLine(new Main())).execute(args));
    }

    /** Makes a command line report every fault in one line and end with the right exit code. */
    static CommandLine withFaultReports(CommandLine commandLine) {
        var reports = new FaultReports("1".equals(System.getenv("LINGODUCT_DEBUG")));
        return commandLine
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionStrategy(UsageFault::run)
                .setParameterExceptionHandler(reports)
                .setExecutionExceptionHandler(reports);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }
}
