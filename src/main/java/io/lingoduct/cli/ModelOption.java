package io.lingoduct.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The model of a command that uses the shipped one unless it is told otherwise. */
final class ModelOption {

    /** Folder of the shipped bundle within the installation. */
    private static final String SHIPPED = "models/en-de";

    @Option(
            names = "--model",
            paramLabel = "DIR",
            description = "Folder of the model bundle. Default: " + SHIPPED + " of the installation.")
    private Path folder;

    /** The folder that was given, or else the shipped one. */
    Path folder() {
        return folder != null
                ? folder
                : Path.of(System.getProperty("lingoduct.home", "")).resolve(SHIPPED);
    }
}
