package io.lingoduct.cli;

import java.nio.file.Path;

/** The bundle that commands use when they are not given one. */
final class ShippedModel {

    /** Its folder within the installation. */
    static final String FOLDER = "models/en-de";

    private ShippedModel() {}

    /** The folder that was given, or else the shipped one. */
    static Path orShipped(Path given) {
        return given != null
                ? given
                : Path.of(System.getProperty("lingoduct.home", "")).resolve(FOLDER);
    }
}
