package io.lingoduct.training.cli;

import io.lingoduct.config.ConfigException;
import io.lingoduct.model.BundleException;
import io.lingoduct.model.BundleManifest;
import io.lingoduct.model.ManifestFile;
import io.lingoduct.model.ModelBundle;
import io.lingoduct.training.config.RunConfigFile;
import io.lingoduct.training.export.GraphWeights;
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

/** The weights in a bundle's float32 graph; the configuration in its manifest tells the shape of the network. */
record StartingBundle(ModelBundle bundle) implements StartingSource {

    static boolean isIn(Path folder) {
        return Files.isRegularFile(folder.resolve(ManifestFile.NAME));
    }

    /** @throws BundleException if the bundle is not intact, or was made elsewhere */
    static StartingBundle open(Path folder) {
        var opened = new StartingBundle(ModelBundle.open(folder));
        opened.config();
        return opened;
    }

    private String config() {
        return Optional.ofNullable(bundle.manifest().provenance())
                .map(BundleManifest.Provenance::config)
                .orElseThrow(() -> new BundleException(
                        manifestFile(),
                        "holds no configuration in provenance.config, which says how the network is built"));
    }

    private Path manifestFile() {
        return bundle.folder().resolve(ManifestFile.NAME);
    }

    @Override
    public List<Path> vocabularies() {
        return Stream.of(bundle.tokenizerFile(), bundle.targetTokenizerFile())
                .distinct()
                .toList();
    }

    @Override
    public Path weights() {
        return bundle.gpuGraphFile();
    }

    @Override
    public NetworkShape shape() throws IOException {
        return NetworkShape.of(network());
    }

    /** @throws ConfigException if the manifest's configuration is none of this program's */
    NetworkConfig network() {
        var vocabulary = bundle.manifest().vocabulary();
        var configured = RunConfigFile.network(manifestFile() + ", provenance.config", StartingPoint.own(config()))
                .withVocabularies(vocabulary.size(), vocabulary.targetSize());
        return cell().map(configured::withCell).orElse(configured);
    }

    /** A comparison trains every cell from one configuration, which names but one of them. */
    private Optional<Cell> cell() {
        return Optional.ofNullable(bundle.manifest().architecture()).flatMap(network -> Arrays.stream(Cell.values())
                .filter(cell -> cell.name().equalsIgnoreCase(network.cell()))
                .findFirst());
    }

    SearchLimits limits() {
        var limits = bundle.manifest().limits();
        return new SearchLimits(
                limits.maxSourceTokens(), limits.maxTargetTokens(), limits.outputRatio(), limits.outputOffset());
    }

    @Override
    public String history() {
        return config();
    }

    @Override
    public String state() {
        var manifest = bundle.manifest();
        return "%s %s".formatted(manifest.name(), manifest.version());
    }

    /** @throws BundleException if its graph was written by another version of this program, too different to be read */
    @Override
    public void copyInto(Seq2Seq network) throws IOException {
        try {
            GraphWeights.copyInto(network, limits(), Files.readAllBytes(weights()));
        } catch (IllegalArgumentException e) {
            throw new BundleException(weights(), "no run can start from this graph: " + e.getMessage(), e);
        }
    }
}
