package io.lingoduct.training.cli;

import io.lingoduct.training.config.RunConfigFile;
import io.lingoduct.training.network.Natives;
import io.lingoduct.training.run.TrainingRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lingoduct train}. */
@Command(
        name = "train",
        mixinStandardHelpOptions = false,
        sortOptions = false,
        description = {
            "Trains a model from parallel text and writes a model bundle.",
            "",
            "A run can be stopped at any time (Ctrl-C); the same command goes on where it stopped."
        })
final class TrainCommand implements Callable<Integer> {

    @Option(
            names = "--config",
            required = true,
            paramLabel = "FILE",
            description = "What to train on and how, in YAML; see training/configs/ for examples.")
    private Path config;

    @Option(names = "--config-help", help = true, description = "Lists the keys of the configuration and exits.")
    private boolean configHelp;

    @Option(
            names = "--run-dir",
            paramLabel = "DIR",
            description = "Checkpoints and metrics of the run (default: runs/NAME).")
    private Path runDir;

    @Option(names = "--output", paramLabel = "DIR", description = "Place of the bundle (default: models/NAME).")
    private Path output;

    @Option(names = "--restart", description = "Throws away what is in the run directory and starts over.")
    private boolean restart;

    @Mixin
    private HelpOption help;

    @Override
    public Integer call() throws IOException {
        if (configHelp) {
            System.out.print(RunConfigFile.reference());
            return 0;
        }
        var run = RunConfigFile.read(config);
        Natives.require();
        var runFolder = runDir == null ? Path.of("runs", run.model().name()) : runDir;
        var bundle = output == null ? Path.of("models", run.model().name()) : output;
        var display = Terminal.display();
        new TrainingRun(run, runFolder, bundle, display).execute(restart);
        return 0;
    }
}
