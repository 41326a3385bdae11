package io.lingoduct.training.cli;

import io.lingoduct.config.ConfigException;
import io.lingoduct.model.bundle.BundleException;
import io.lingoduct.process.NativeLibraries;
import io.lingoduct.process.NativeLibrariesException;
import io.lingoduct.training.files.UnusableFileException;
import java.io.IOException;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Entry point of the training class path: the commands that the launcher sends here. */
@Command(
        name = "lingoduct",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {TrainCommand.class, CompareCommand.class, ExportCommand.class, BenchCommand.class})
public final class TrainingMain implements Runnable {

    @Spec
    private CommandSpec spec;

    private TrainingMain() {}

    public static void main(String[] args) {
        try {
            NativeLibraries.prepare();
        } catch (NativeLibrariesException e) {
            System.err.println("lingoduct: " + e.getMessage());
            System.exit(2);
        }
        System.exit(run(args));
    }

    /** Exit codes: 0 done, 1 our fault or a run that diverged, 2 what the user can mend, a full disk included. */
    static int run(String... args) {
        // All that is said is English, numbers included, and some of it is read by programs.
        Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
        return new CommandLine(new TrainingMain())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(TrainingMain::explainUsage)
                .setExecutionExceptionHandler((exception, command, parsed) -> explain(exception, command))
                .execute(args);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }

    private static int explainUsage(ParameterException exception, String[] args) {
        var command = exception.getCommandLine();
        var name = command.getCommandSpec().qualifiedName();
        command.getErr().println(name + ": " + exception.getMessage() + "; see ./" + name + " --help");
        return 2;
    }

    private static int explain(Exception exception, CommandLine command) {
        var err = command.getErr();
        if ("1".equals(System.getenv("LINGODUCT_DEBUG"))) {
            exception.printStackTrace(err);
        }
        boolean usersFault = exception instanceof ConfigException
                || exception instanceof BundleException
                || exception instanceof UnusableFileException
                || exception instanceof IOException;
        err.println(command.getCommandSpec().qualifiedName() + ": " + describe(exception));
        return usersFault ? 2 : 1;
    }

    private static String describe(Exception exception) {
        var message = String.valueOf(exception.getMessage()).strip();
        // What libtorch throws goes on for a page of native frames; what Java throws may be no more than a file's name.
        boolean ours = exception instanceof ConfigException
                || exception instanceof BundleException
                || exception instanceof UnusableFileException
                || exception instanceof IllegalStateException
                || exception.getClass() == IOException.class;
        return ours
                ? message
                : exception.getClass().getSimpleName() + ": "
                        + message.lines().findFirst().orElse("");
    }
}
