package io.lingoduct.cli;

import io.lingoduct.process.NativeLibraries;
import io.lingoduct.process.NativeLibrariesException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
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
            CalibrateCommand.class,
            NativesCommand.class,
            TrainingPlaceholder.Train.class,
            TrainingPlaceholder.Compare.class,
            TrainingPlaceholder.Export.class,
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
        System.exit(ofProcess().execute(args));
    }

    /** The command line as {@link #main} runs it. */
    static CommandLine ofProcess() {
        return withFaultReports(new CommandLine(new Main())).setExecutionStrategy(Main::execute);
    }

    /** Runs a command once the native libraries are where it will load them from. */
    private static int execute(ParseResult parsed) {
        if (!asksForHelp(parsed)) {
            try {
                NativeLibraries.prepare();
            } catch (NativeLibrariesException e) {
                throw new ExecutionException(parsed.commandSpec().commandLine(), e.getMessage(), e);
            }
        }
        return run(parsed);
    }

    /** Runs a command. Native code that cannot be loaded is a fault like others, though Java calls it an error. */
    private static int run(ParseResult parsed) {
        try {
            return UsageFault.run(parsed);
        } catch (LinkageError e) {
            throw new ExecutionException(last(parsed).commandSpec().commandLine(), e.toString(), e);
        }
    }

    private static ParseResult last(ParseResult parsed) {
        return parsed.hasSubcommand() ? last(parsed.subcommand()) : parsed;
    }

    private static boolean asksForHelp(ParseResult parsed) {
        return parsed.isUsageHelpRequested()
                || parsed.isVersionHelpRequested()
                || parsed.hasSubcommand() && asksForHelp(parsed.subcommand());
    }

    /** Makes a command line report every fault in one line and end with the right exit code. */
    static CommandLine withFaultReports(CommandLine commandLine) {
        var reports = new FaultReports("1".equals(System.getenv("LINGODUCT_DEBUG")));
        return commandLine
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionStrategy(Main::run)
                .setParameterExceptionHandler(reports)
                .setExecutionExceptionHandler(reports);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }
}
