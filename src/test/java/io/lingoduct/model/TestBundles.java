package io.lingoduct.model;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lingoduct.model.bundle.BundleManifest;
import io.lingoduct.model.bundle.Checksums;
import io.lingoduct.model.bundle.ManifestFile;
import io.lingoduct.model.bundle.TokenizerFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Writes complete, tiny model bundles whose model turns lower-case ASCII letters into upper-case ones: "hello wörld"
 * becomes "HELLO WöRLD". Each character is a token. Fast and deterministic, for tests that need a real bundle.
 */
public final class TestBundles {

    /** A batch with this character in it cannot be run: the graph reads beyond a table. */
    public static final char POISON = '\u00A7';

    public static final String GRAPH = "translate.cpu.onnx";

    private static final JsonMapper JSON = new JsonMapper();

    private final int maxBeamSize;
    private final boolean forcedTargets;
    private final int maxSourceTokens;
    private final double outputRatio;
    private final int outputOffset;

    private TestBundles(
            int maxBeamSize, boolean forcedTargets, int maxSourceTokens, double outputRatio, int outputOffset) {
        this.maxBeamSize = maxBeamSize;
        this.forcedTargets = forcedTargets;
        this.maxSourceTokens = maxSourceTokens;
        this.outputRatio = outputRatio;
        this.outputOffset = outputOffset;
    }

    /** A model without the inputs {@code beam_size} and {@code length_penalty}; sources of at most 100 tokens. */
    public static TestBundles greedy() {
        return new TestBundles(1, false, 100, 2, 10);
    }

    /** A model with the inputs {@code beam_size} and {@code length_penalty}, beam size at most 4. */
    public static TestBundles withBeam() {
        return new TestBundles(4, false, 100, 2, 10);
    }

    /**
     * Adds the input {@code forced_ids}: a forced token counts as log-probability -0.5 where it is the model's own choice,
     * as -2 elsewhere.
     */
    public TestBundles withForcedTargets() {
        return new TestBundles(maxBeamSize, true, maxSourceTokens, outputRatio, outputOffset);
    }

    public TestBundles maxSourceTokens(int tokens) {
        return new TestBundles(maxBeamSize, forcedTargets, tokens, outputRatio, outputOffset);
    }

    /** Ends each row after {@code floor(ratio · source length) + offset} tokens, so that output can be cut short. */
    public TestBundles outputLimit(double ratio, int offset) {
        return new TestBundles(maxBeamSize, forcedTargets, maxSourceTokens, ratio, offset);
    }

    /** Writes the bundle into the folder, which is created if need be, and returns the folder. */
    public Path write(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(TokenizerFile.NAME), TestTokenizer.json());
            Files.write(
                    folder.resolve(GRAPH),
                    UpperCaseGraph.build(maxBeamSize > 1, forcedTargets, outputRatio, outputOffset));
            Files.writeString(folder.resolve("README.md"), "Turns lower-case letters into upper-case ones.\n");
            ManifestFile.write(folder.resolve(ManifestFile.NAME), manifest(folder));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Changes the manifest of a written bundle; checksums stay as they were. */
    public static void editManifest(Path bundle, Consumer<ObjectNode> change) {
        try {
            var file = bundle.resolve(ManifestFile.NAME);
            var tree = (ObjectNode) JSON.readTree(file.toFile());
            change.accept(tree);
            Files.writeString(file, tree.toPrettyString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Replaces a file of a written bundle and its checksum in the manifest. */
    public static void replaceFile(Path bundle, String name, byte[] content) {
        try {
            Files.write(bundle.resolve(name), content);
            var checksum = Checksums.sha256(bundle.resolve(name));
            editManifest(bundle, manifest -> manifest.withObject("/files").put(name, checksum));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Damages a file as a bad copy would: flips one bit in its middle. */
    public static void flipBit(Path file) {
        try {
            var bytes = Files.readAllBytes(file);
            bytes[bytes.length / 2] ^= 1;
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private BundleManifest manifest(Path folder) throws IOException {
        var files = new TreeMap<String, String>();
        for (var name : List.of(TokenizerFile.NAME, GRAPH, "README.md")) {
            files.put(name, Checksums.sha256(folder.resolve(name)));
        }
        return BundleManifest.named("upper-case", "1")
                .languages("en", "de")
                .vocabulary(BundleManifest.Vocabulary.shared(
                        TestTokenizer.SIZE, TestTokenizer.PAD, TestTokenizer.BOS, TestTokenizer.EOS, TestTokenizer.UNK))
                .limits(new BundleManifest.Limits(maxSourceTokens, 2 * maxSourceTokens + 10, outputRatio, outputOffset))
                .decoding(new BundleManifest.Decoding(Map.of("cpu", GRAPH), maxBeamSize, 1, 1f, null))
                .files(files)
                .build();
    }
}
