package io.lingoduct.training.bundle;

import io.lingoduct.config.ConfigException;
import io.lingoduct.model.bundle.BundleException;
import io.lingoduct.model.bundle.BundleManifest;
import io.lingoduct.model.bundle.ManifestFile;
import io.lingoduct.model.bundle.ModelBundle;
import io.lingoduct.training.config.ConfigHistory;
import io.lingoduct.training.config.RunConfigFile;
import io.lingoduct.training.network.Cell;
import io.lingoduct.training.network.NetworkConfig;
import io.lingoduct.training.network.SearchLimits;
import io.lingoduct.training.network.Seq2Seq;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A bundle whose network can be had back: the weights are in its float32 graph, and the configuration in its manifest tells
 * the shape.
 */
public record TrainedBundle(ModelBundle bundle) {

    /** Whether there is a bundle in a folder; it may not be intact. */
    public static boolean isIn(Path folder) {
        return Files.isRegularFile(folder.resolve(ManifestFile.NAME));
    }

    /** @throws BundleException if the bundle is not intact, or was made elsewhere */
    public static TrainedBundle open(Path folder) {
        var opened = new TrainedBundle(ModelBundle.open(folder));
        opened.history();
        return opened;
    }

    /** The configuration that it was trained with, and those of the runs that this one started from. */
    public String history() {
        return Optional.ofNullable(bundle.manifest().provenance())
                .map(BundleManifest.Provenance::config)
                .orElseThrow(() -> new BundleException(
                        manifestFile(),
                        "holds no configuration in provenance.config, which says how the network is built"));
    }

    private Path manifestFile() {
        return bundle.folder().resolve(ManifestFile.NAME);
    }

    /** The tokenizer, or the source's and the target's. */
    public List<Path> vocabularies() {
        return Stream.of(bundle.tokenizerFile(), bundle.targetTokenizerFile())
                .distinct()
                .toList();
    }

    /** The graph that the weights are read from. */
    public Path weights() {
        return bundle.gpuGraphFile();
    }

    /** @throws ConfigException if the manifest's configuration is none of this program's */
    public NetworkConfig network() {
        var vocabulary = bundle.manifest().vocabulary();
        var configured = RunConfigFile.network(manifestFile() + ", provenance.config", ConfigHistory.own(history()))
                .withVocabularies(vocabulary.size(), vocabulary.targetSize());
        return cell().map(configured::withCell).orElse(configured);
    }

    /** A comparison trains every cell from one configuration, which names but one of them. */
    private Optional<Cell> cell() {
        return Optional.ofNullable(bundle.manifest().architecture()).flatMap(network -> Arrays.stream(Cell.values())
                .filter(cell -> cell.name().equalsIgnoreCase(network.cell()))
                .findFirst());
    }

    /** Of the searches that its graphs were made for. */
    public SearchLimits limits() {
        var limits = bundle.manifest().limits();
        return new SearchLimits(
                limits.maxSourceTokens(), limits.maxTargetTokens(), limits.outputRatio(), limits.outputOffset());
    }

    /**
     * Gives the weights to a network of the same shape.
     *
     * @throws BundleException if the graph was written by another version of this program, too different to be read
     */
    public void copyInto(Seq2Seq network) throws IOException {
        try {
            GraphWeights.copyInto(network, limits(), Files.readAllBytes(weights()));
        } catch (IllegalArgumentException e) {
            throw new BundleException(weights(), "no run can start from this graph: " + e.getMessage(), e);
        }
    }
}
