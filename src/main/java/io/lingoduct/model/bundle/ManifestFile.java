package io.lingoduct.model.bundle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Reads and writes a bundle's {@code manifest.json}: pretty JSON with keys in snake case. */
public final class ManifestFile {

    /** Name of the manifest inside a bundle. */
    public static final String NAME = "manifest.json";

    /** JSON pointers of what a bundle cannot be served without; the rest informs people. */
    private static final List<String> REQUIRED = List.of(
            "/name",
            "/version",
            "/source_language",
            "/target_language",
            "/normalization",
            "/vocabulary/size",
            "/vocabulary/pad_id",
            "/vocabulary/bos_id",
            "/vocabulary/eos_id",
            "/vocabulary/unk_id",
            "/limits/max_source_tokens",
            "/limits/max_target_tokens",
            "/limits/output_ratio",
            "/limits/output_offset",
            "/decoding/graphs/cpu",
            "/decoding/max_beam_size",
            "/decoding/default_beam_size",
            "/decoding/length_penalty",
            "/files");

    // Unknown keys are left alone: a newer writer of the same format version may add some.
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private ManifestFile() {}

    /**
     * Reads a manifest whose format version is known, whose required fields are all there and whose fields have the right types.
     *
     * @param file the manifest itself, not its folder
     * @throws BundleException if it is absent, too large, not JSON, of another version, incomplete or wrong in a type
     */
    public static BundleManifest read(Path file) {
        var tree = parse(file);
        requireKnownVersion(file, tree);
        var missing =
                REQUIRED.stream().filter(pointer -> isAbsent(tree, pointer)).toList();
        if (!missing.isEmpty()) {
            throw new BundleException(file, "these required fields are missing: " + String.join(", ", missing));
        }
        var faults = ManifestTypes.faults(tree);
        if (!faults.isEmpty()) {
            throw new BundleException(file, String.join("; ", faults));
        }
        try {
            return JSON.treeToValue(tree, BundleManifest.class);
        } catch (JsonProcessingException e) {
            throw new BundleException(file, "a field has the wrong type: " + e.getOriginalMessage(), e);
        }
    }

    /**
     * SHA-256 of a manifest, which pins all other files of its bundle, in lower-case hex.
     *
     * @throws BundleException if it is no file that may be read
     * @throws IOException if it cannot be read
     */
    public static String checksum(Path file) throws IOException {
        BundleFile.require(file, BundleLimits.MANIFEST_BYTES);
        return Checksums.sha256(file);
    }

    /** Writes the manifest, replacing what is there. */
    public static void write(Path file, BundleManifest manifest) throws IOException {
        Files.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(manifest) + "\n");
    }

    /**
     * Puts the weights of a quality estimate into a manifest and leaves everything else as it is, also what this program does not
     * know. The file is replaced in one step.
     *
     * @throws BundleException if it is no manifest that this program reads
     * @throws IOException if it cannot be written
     */
    public static void writeQuality(Path file, BundleManifest.Quality quality) throws IOException {
        read(file);
        var tree = (ObjectNode) parse(file);
        tree.set("quality", JSON.valueToTree(quality));
        var written = Files.createTempFile(file.toAbsolutePath().getParent(), NAME, ".new");
        try {
            Files.writeString(written, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(tree) + "\n");
            // Files of their own are private to their owner; a bundle is for whoever serves it.
            Files.setPosixFilePermissions(written, Files.getPosixFilePermissions(file));
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(written);
        }
    }

    private static JsonNode parse(Path file) {
        try {
            return JSON.readTree(BundleFile.read(file, BundleLimits.MANIFEST_BYTES));
        } catch (NoSuchFileException e) {
            throw new BundleException(file, "there is no such file; a model bundle is a folder with a " + NAME, e);
        } catch (JsonProcessingException e) {
            throw new BundleException(file, "not valid JSON: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new BundleException(file, "cannot be read: " + e, e);
        }
    }

    private static void requireKnownVersion(Path file, JsonNode tree) {
        var version = tree.path("format_version");
        if (!version.isInt() || version.intValue() != BundleManifest.FORMAT_VERSION) {
            throw new BundleException(
                    file,
                    "format_version is " + (version.isMissingNode() ? "absent" : version)
                            + "; this program reads version " + BundleManifest.FORMAT_VERSION);
        }
    }

    private static boolean isAbsent(JsonNode tree, String pointer) {
        var node = tree.at(pointer);
        return node.isMissingNode() || node.isNull();
    }
}
