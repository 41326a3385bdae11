package io.lingoduct.cli;

import io.lingoduct.service.ServeConfig;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lingoduct config}: what a configuration of {@code serve} may hold, and whether a file is one. */
@Command(
        name = "config",
        description = "Explain the configuration of serve, or check a file of it.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class ConfigCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @ArgGroup(multiplicity = "1")
    private Action action;

    /** The one action that a call asks for. */
    static final class Action {

        @Option(names = "--explain", description = "Print every key with type, default and one sentence.")
        private boolean explain;

        @ArgGroup(exclusive = false)
        private Check check;
    }

    /** Which file to check, and how far. */
    static final class Check {

        @Option(
                names = "--check",
                required = true,
                paramLabel = "FILE",
                description =
                        "Report all faults of the file and of what it names on this machine, models, schemas and stores"
                                + " of certificates, exit code 2; or else print the configuration as it is in force, secrets"
                                + " masked. Neither brokers nor a registry are asked.")
        private Path file;

        @Option(
                names = "--offline",
                description = "With --check: look at the file only, such as on a machine that has no models.")
        private boolean offline;
    }

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        out.print(action.explain ? ServeConfig.reference() : check(action.check));
        out.flush();
        return ExitCode.OK;
    }

    private static String check(Check check) {
        var config = ServeConfig.read(check.file);
        if (!check.offline) {
            ConfigCheck.require(check.file.toString(), config);
        }
        return config.yaml();
    }
}
