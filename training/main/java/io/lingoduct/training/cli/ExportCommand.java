package io.lingoduct.training.cli;

import io.lingoduct.training.bundle.BundleRenewal;
import io.lingoduct.training.bundle.TrainedBundle;
import io.lingoduct.training.network.Natives;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lingoduct export}. */
@Command(
        name = "export",
        mixinStandardHelpOptions = false,
        sortOptions = false,
        description = {
            "Writes a bundle with the same weights and the graphs of this version of Lingoduct.",
            "",
            "A bundle that an older version made gets what has become faster since, without training. Its name, version and"
                    + " scores stay as they are."
        })
final class ExportCommand implements Callable<Integer> {

    @Option(
            names = "--model",
            required = true,
            paramLabel = "DIR",
            description = "The bundle to take the weights from.")
    private Path model;

    @Option(
            names = "--output",
            required = true,
            paramLabel = "DIR",
            description = "Place of the new one; a bundle that is there is replaced, and may be --model itself.")
    private Path output;

    @Mixin
    private HelpOption help;

    @Override
    public Integer call() throws IOException {
        Natives.require();
        new BundleRenewal(TrainedBundle.open(model), Terminal.display()).write(output);
        return 0;
    }
}
