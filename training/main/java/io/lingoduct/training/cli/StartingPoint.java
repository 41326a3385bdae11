package io.lingoduct.training.cli;

import io.lingoduct.config.ConfigException;
import io.lingoduct.config.ConfigFault;
import io.lingoduct.model.BundleException;
import io.lingoduct.model.Checksums;
import io.lingoduct.training.config.RunConfig;
import io.lingoduct.training.config.RunConfigFile;
import io.lingoduct.training.files.UnusableFileException;
import io.lingoduct.training.network.Seq2Seq;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Another run, or a bundle, that a run starts from: it takes over the vocabulary, since weights mean nothing without it, and
 * the weights.
 */
record StartingPoint(Path folder, StartingSource source) {

    private static final String FROM_HERE_THE_PAST = "\n---\n# start-from: the run of this configuration\n";

    /**
     * Looks at what a configuration names; empty where it names nothing.
     *
     * @throws ConfigException if nothing can start from there
     */
    static Optional<StartingPoint> of(RunConfig config, Path runFolder) throws IOException {
        if (config.startFrom().isEmpty()) {
            return Optional.empty();
        }
        var folder = config.startFrom().get();
        if (folder.toAbsolutePath()
                .normalize()
                .equals(runFolder.toAbsolutePath().normalize())) {
            throw fault(folder, "is this run's own folder; choose another --run-dir");
        }
        var source = source(folder);
        boolean joint = source.vocabularies().size() == 1;
        if (joint != config.vocabulary().joint()) {
            throw fault(
                    folder,
                    "has %s; set vocabulary.sharing to %s"
                            .formatted(
                                    joint ? "one vocabulary for both languages" : "a vocabulary for each language",
                                    joint ? "joint" : "separate"));
        }
        return Optional.of(new StartingPoint(folder, source));
    }

    private static StartingSource source(Path folder) throws IOException {
        try {
            if (StartingBundle.isIn(folder)) {
                return StartingBundle.open(folder);
            }
            if (StartingRun.isIn(folder)) {
                return StartingRun.open(folder);
            }
        } catch (UnusableFileException | BundleException e) {
            throw fault(folder, e.getMessage());
        }
        throw fault(folder, "is neither the folder of a run nor a model bundle; train that one first");
    }

    /** Changes with all that is taken over. */
    String fingerprint() throws IOException {
        var parts = new ArrayList<String>();
        for (var file : source.vocabularies()) {
            parts.add(Checksums.sha256(file));
        }
        parts.add(Checksums.sha256(source.weights()));
        return String.join(" ", parts);
    }

    /** Puts the vocabulary into the folder of the run that starts, where it is not there yet. */
    void copyVocabularies(Path runFolder) throws IOException {
        for (var file : source.vocabularies()) {
            var copy = runFolder.resolve(file.getFileName());
            if (!Files.exists(copy)) {
                var unfinished = copy.resolveSibling(copy.getFileName() + ".unfinished");
                Files.copy(file, unfinished, StandardCopyOption.REPLACE_EXISTING);
                Files.move(unfinished, copy, StandardCopyOption.ATOMIC_MOVE);
            }
        }
    }

    /** @throws ConfigException if the weights are of a network of another shape */
    void copyWeights(Seq2Seq network) throws IOException {
        var differing = NetworkShape.of(network.config()).differences(source.shape());
        if (!differing.isEmpty()) {
            throw fault(folder, "its network has another shape: " + String.join(", ", differing));
        }
        source.copyInto(network);
    }

    /** A configuration, and after it the one of what it starts from: all that it takes to come here again. */
    String history(String config) throws IOException {
        return config.strip() + FROM_HERE_THE_PAST + source.history().strip() + "\n";
    }

    /** The configuration alone of a {@link #history}, or of one that started from nothing. */
    static String own(String history) {
        return history.split(Pattern.quote(FROM_HERE_THE_PAST), 2)[0];
    }

    @Override
    public String toString() {
        return "Starting from the vocabulary and weights of %s: %s".formatted(folder, source.state());
    }

    private static ConfigException fault(Path folder, String reason) {
        var fault = new ConfigFault(RunConfigFile.START_FROM, folder.toString(), reason);
        return new ConfigException("training configuration", List.of(fault));
    }
}
