package io.lingoduct.training.cli;

import io.lingoduct.config.ConfigException;
import io.lingoduct.model.BundleException;
import io.lingoduct.training.files.UnusableFileException;
import java.io.IOException;
import picocli.CommandLine;

/** Entry point of the training class path: {@code ./lingoduct train}. */
public final class TrainMain {

    private static final String NAME = "lingoduct train: ";

    private TrainMain() {}

    public static void main(String[] args) {
        System.exit(run(args));
    }

    /** Exit codes: 0 done, 1 our fault or a run that diverged, 2 what the user can mend, a full disk included. */
    static int run(String... args) {
        return new CommandLine(new TrainCommand())
                .setParameterExceptionHandler(TrainMain::explainUsage)
                .setExecutionExceptionHandler((exception, command, parsed) -> explain(exception, command))
                .execute(args);
    }

    private static int explainUsage(CommandLine.ParameterException exception, String[] args) {
        var command = exception.getCommandLine();
        command.getErr().println(NAME + exception.getMessage() + "; see ./lingoduct train --help");
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
        err.println(NAME + describe(exception));
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
