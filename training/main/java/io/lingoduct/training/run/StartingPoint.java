package io.lingoduct.training.run;

import io.lingoduct.config.ConfigException;
import io.lingoduct.config.ConfigFault;
import io.lingoduct.model.bundle.BundleException;
import io.lingoduct.model.bundle.Checksums;
import io.lingoduct.training.bundle.TrainedBundle;
import io.lingoduct.training.config.ConfigHistory;
import io.lingoduct.training.config.RunConfig;
import io.lingoduct.training.config.RunConfigFile;
import io.lingoduct.training.files.UnusableFileException;
import io.lingoduct.training.network.Seq2Seq;
import io.lingoduct.training.vocabulary.ReservedTokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Another run, or a bundle, that a run starts from: it takes over the vocabulary, since weights mean nothing without it, and
 * the weights.
 */
record StartingPoint(Path folder, StartingSource source) {

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
            if (TrainedBundle.isIn(folder)) {
                return new StartingSource.OfBundle(TrainedBundle.open(folder));
            }
            if (StartingSource.OfRun.isIn(folder)) {
                return StartingSource.OfRun.open(folder);
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
                Files.deleteIfExists(unfinished);
                ReservedTokens.copyWith(file, unfinished);
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

    /** Of a run of this configuration that starts from here. */
    String history(String config) throws IOException {
        return ConfigHistory.of(config, source.history());
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
