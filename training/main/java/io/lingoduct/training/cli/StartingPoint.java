package io.lingoduct.training.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.lingoduct.config.ConfigException;
import io.lingoduct.config.ConfigFault;
import io.lingoduct.model.Checksums;
import io.lingoduct.training.config.RunConfig;
import io.lingoduct.training.config.RunConfigFile;
import io.lingoduct.training.export.BundleWriter;
import io.lingoduct.training.files.UnusableFileException;
import io.lingoduct.training.loop.StartingWeights;
import io.lingoduct.training.network.NetworkConfig;
import io.lingoduct.training.network.Seq2Seq;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Another run that a run starts from: it takes over that run's vocabulary, since weights mean nothing without it, and its best
 * weights. Every run leaves a description of its network for those that may start from it.
 */
record StartingPoint(Path folder, List<Path> vocabularies, StartingWeights weights) {

    private static final String CONFIG = "config.yaml";
    private static final String NETWORK = "network.json";
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .build();

    /**
     * Looks at the run that a configuration names; empty where it names none.
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
        if (!Stream.of(CONFIG, NETWORK, BundleWriter.TOKENIZER)
                .map(folder::resolve)
                .allMatch(Files::isRegularFile)) {
            throw fault(folder, "is not the folder of a run; train that one first");
        }
        var vocabularies = vocabularies(folder);
        boolean joint = vocabularies.size() == 1;
        if (joint != config.vocabulary().joint()) {
            throw fault(
                    folder,
                    "has %s; set vocabulary.sharing to %s"
                            .formatted(
                                    joint ? "one vocabulary for both languages" : "a vocabulary for each language",
                                    joint ? "joint" : "separate"));
        }
        return Optional.of(new StartingPoint(folder, vocabularies, weights(folder)));
    }

    private static List<Path> vocabularies(Path folder) {
        return Stream.of(BundleWriter.TOKENIZER, BundleWriter.TARGET_TOKENIZER)
                .map(folder::resolve)
                .filter(Files::exists)
                .toList();
    }

    private static StartingWeights weights(Path folder) throws IOException {
        try {
            return StartingWeights.of(folder);
        } catch (UnusableFileException e) {
            throw fault(folder, e.getMessage());
        }
    }

    /** Changes with all that is taken over. */
    String fingerprint() throws IOException {
        var parts = new ArrayList<String>();
        for (var file : vocabularies) {
            parts.add(Checksums.sha256(file));
        }
        parts.add(Checksums.sha256(weights.file()));
        return String.join(" ", parts);
    }

    /** Puts the vocabulary into the folder of the run that starts, where it is not there yet. */
    void copyVocabularies(Path runFolder) throws IOException {
        for (var file : vocabularies) {
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
        var there = JSON.readTree(Files.readString(folder.resolve(NETWORK)));
        var here = description(network.config());
        var differing = new ArrayList<String>();
        here.properties().forEach(component -> {
            var other = there.path(component.getKey());
            if (!component.getValue().equals(other)) {
                differing.add("%s %s there and %s here"
                        .formatted(
                                component.getKey(),
                                other.asText(),
                                component.getValue().asText()));
            }
        });
        if (!differing.isEmpty()) {
            throw fault(folder, "its network has another shape: " + String.join(", ", differing));
        }
        weights.copyInto(network);
    }

    /** A configuration, and after it the one of the run that it starts from: all that it takes to come here again. */
    String history(String config) throws IOException {
        return config.strip() + "\n---\n# start-from: the run of this configuration\n"
                + Files.readString(folder.resolve(CONFIG)).strip() + "\n";
    }

    /**
     * Leaves in a run's folder what those need that start from it.
     *
     * @param history its configuration, and that of the run which it started from itself
     */
    static void describe(NetworkConfig network, String history, Path runFolder) throws IOException {
        Files.writeString(runFolder.resolve(CONFIG), history);
        Files.writeString(runFolder.resolve(NETWORK), description(network).toPrettyString() + "\n");
    }

    /** Without dropout, which a run that starts from another may choose anew. */
    private static JsonNode description(NetworkConfig network) throws IOException {
        // Written and read, so that numbers are of the types that a file gives.
        return JSON.readTree(JSON.writeValueAsBytes(network.withDropouts(NetworkConfig.Dropouts.NONE)));
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "Starting from the vocabulary and weights of %s: epoch %d, dev BLEU %.2f there",
                folder,
                weights.epoch(),
                weights.bleu());
    }

    private static ConfigException fault(Path folder, String reason) {
        var fault = new ConfigFault(RunConfigFile.START_FROM, folder.toString(), reason);
        return new ConfigException("training configuration", List.of(fault));
    }
}
