package io.lingoduct.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The model of a command that has one without being told. */
final class ModelOption {

    @Option(
            names = "--model",
            paramLabel = "DIR",
            description = "Folder of the model bundle. Default: " + ShippedModel.FOLDER + " of the installation.")
    private Path folder;

    /** The folder that was given, or else the shipped one. */
    Path folder() {
        return ShippedModel.orShipped(folder);
    }
}
