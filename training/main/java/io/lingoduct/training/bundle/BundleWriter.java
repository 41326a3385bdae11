package io.lingoduct.training.bundle;

import io.lingoduct.model.bundle.BundleManifest;
import io.lingoduct.model.bundle.Checksums;
import io.lingoduct.model.bundle.ManifestFile;
import io.lingoduct.model.bundle.Shortlist;
import io.lingoduct.training.export.TranslationGraph;
import io.lingoduct.training.export.onnx.GraphArithmetic;
import io.lingoduct.training.files.Folders;
import io.lingoduct.training.files.UnusableFileException;
import io.lingoduct.training.network.SearchLimits;
import io.lingoduct.training.network.Seq2Seq;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Exports a network and puts its bundle together in a folder beside its place, and moves it there once it is complete: a bundle
 * that can be seen is whole.
 */
public final class BundleWriter {

    /** On 8-bit integers, for processors. */
    public static final String CPU_GRAPH = "translate.cpu.onnx";

    /** In float32, for GPUs and as what the other is measured against. */
    public static final String GPU_GRAPH = "translate.gpu.onnx";

    public static final String TOKENIZER = "tokenizer.json";
    public static final String TARGET_TOKENIZER = "tokenizer.target.json";
    private static final String CARD = "README.md";

    private final Path place;
    private final Path unfinished;

    /**
     * @param place the bundle's folder; an older bundle there will be replaced
     * @throws UnusableFileException if something else is there
     */
    public BundleWriter(Path place) throws IOException {
        this.place = place.toAbsolutePath().normalize();
        Folders.requireOursOrEmpty(this.place, ManifestFile.NAME);
        this.unfinished = this.place.resolveSibling(this.place.getFileName() + ".unfinished");
    }

    /**
     * Exports a network and writes everything but the card, with a manifest that has no scores yet.
     *
     * @param network whose matrices are in half precision
     * @param files named as in a bundle: the tokenizer, or the source's and the target's, and where there is one the shortlist
     * @param manifest the manifest for the given checksums
     * @return the folder, which can be loaded already
     */
    public Path write(
            Seq2Seq network,
            SearchLimits limits,
            List<Path> files,
            Function<Map<String, String>, BundleManifest> manifest)
            throws IOException {
        Folders.delete(unfinished);
        Files.createDirectories(unfinished);
        Files.write(
                unfinished.resolve(CPU_GRAPH),
                TranslationGraph.of(network, limits, GraphArithmetic.INT8, frequent(network, files)));
        Files.write(unfinished.resolve(GPU_GRAPH), TranslationGraph.of(network, limits, GraphArithmetic.FLOAT32));
        for (var file : files) {
            Files.copy(file, unfinished.resolve(file.getFileName()));
        }
        ManifestFile.write(unfinished.resolve(ManifestFile.NAME), manifest.apply(checksums()));
        return unfinished;
    }

    /** [F] Target ids that any translation may hold, whose columns the graph for processors has ready; none without a shortlist. */
    private static int[] frequent(Seq2Seq network, List<Path> files) {
        var shape = network.config();
        return files.stream()
                .filter(file -> file.endsWith(Shortlist.FILE_NAME))
                .findFirst()
                .map(file -> Shortlist.load(file, shape.sourceVocabulary(), shape.targetVocabulary())
                        .frequent())
                .orElseGet(() -> new int[0]);
    }

    /** Replaces the manifest, adds the model card and moves the bundle to its place; an older one there is replaced. */
    public void finish(Function<Map<String, String>, BundleManifest> manifest) throws IOException {
        Folders.requireOursOrEmpty(place, ManifestFile.NAME);
        var complete = manifest.apply(checksums());
        ManifestFile.write(unfinished.resolve(ManifestFile.NAME), complete);
        Files.writeString(unfinished.resolve(CARD), ModelCard.of(complete));
        var older = place.resolveSibling(place.getFileName() + ".older");
        Folders.delete(older);
        if (Files.exists(place)) {
            Files.move(place, older);
        }
        Files.move(unfinished, place, StandardCopyOption.ATOMIC_MOVE);
        Folders.delete(older);
    }

    // The card is for people, who may want to add to it: it is not pinned.
    private Map<String, String> checksums() throws IOException {
        var checksums = new TreeMap<String, String>();
        for (var name : List.of(CPU_GRAPH, GPU_GRAPH, TOKENIZER, TARGET_TOKENIZER, Shortlist.FILE_NAME)) {
            if (Files.exists(unfinished.resolve(name))) {
                checksums.put(name, Checksums.sha256(unfinished.resolve(name)));
            }
        }
        return checksums;
    }
}
