package io.lingoduct.cli;

import io.lingoduct.config.ConfigReference;
import io.lingoduct.config.EffectiveConfig;
import io.lingoduct.config.ServeConfig;
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

    /** What to do. */
    static final class Action {

        @Option(names = "--explain", description = "Print every key with type, default and one sentence.")
        private boolean explain;

        @Option(
                names = "--check",
                paramLabel = "FILE",
                description = "Report all faults of the file, exit code 2; or else print the configuration as it is in"
                        + " force, secrets masked. Neither models nor brokers are asked.")
        private Path file;
    }

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        out.print(action.explain ? ConfigReference.text() : EffectiveConfig.yaml(ServeConfig.read(action.file)));
        out.flush();
        return ExitCode.OK;
    }
}
