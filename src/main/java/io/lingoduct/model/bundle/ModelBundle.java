package io.lingoduct.model.bundle;

import io.lingoduct.model.ModelInfo;
import io.lingoduct.model.SearchOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A bundle folder whose files have been checked: the manifest is complete and consistent, every listed file is there with
 * its checksum, and tokenizers and shortlist agree with the manifest. The graph's inputs and outputs, which take the runtime to
 * check, are checked when a translator loads the bundle.
 */
public final class ModelBundle {

    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]*");
    private static final Pattern CHECKSUM = Pattern.compile("[0-9a-f]{64}");

    private final Path folder;
    private final BundleManifest manifest;

    private ModelBundle(Path folder, BundleManifest manifest) {
        this.folder = folder;
        this.manifest = manifest;
    }

    /**
     * Opens a bundle.
     *
     * @throws BundleException naming the file at fault and the cause
     */
    public static ModelBundle open(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new BundleException(
                    folder, "there is no such folder; a model bundle is a folder with a manifest.json");
        }
        var manifestFile = folder.resolve(ManifestFile.NAME);
        var manifest = ManifestFile.read(manifestFile);
        ManifestRules.check(manifestFile, manifest);
        var bundle = new ModelBundle(folder, manifest);
        bundle.checkFiles(manifestFile);
        bundle.checkTokenizers(manifestFile);
        bundle.shortlistFile().ifPresent(bundle::readShortlist);
        return bundle;
    }

    public Path folder() {
        return folder;
    }

    public BundleManifest manifest() {
        return manifest;
    }

    public Path tokenizerFile() {
        return folder.resolve(TokenizerFile.NAME);
    }

    /** What puts translations together; the source's file where the languages share one vocabulary. */
    public Path targetTokenizerFile() {
        return folder.resolve(targetTokenizerName());
    }

    private String targetTokenizerName() {
        var target = manifest.vocabulary().target();
        return target == null ? TokenizerFile.NAME : target.tokenizer();
    }

    /** The graph for the CPU; it serves on every device that has none of its own. */
    public Path graphFile() {
        return folder.resolve(manifest.decoding().graphs().get("cpu"));
    }

    /** The graph for a GPU; the CPU's where there is none. */
    public Path gpuGraphFile() {
        var graphs = manifest.decoding().graphs();
        return folder.resolve(graphs.getOrDefault("gpu", graphs.get("cpu")));
    }

    /** The candidates of each source id; absent where the graph scores the whole vocabulary. */
    public Optional<Path> shortlistFile() {
        return Optional.ofNullable(manifest.decoding().shortlist()).map(folder::resolve);
    }

    /** Reads {@link #shortlistFile()}. */
    public Optional<Shortlist> shortlist() {
        return shortlistFile().map(this::readShortlist);
    }

    private Shortlist readShortlist(Path file) {
        var vocabulary = manifest.vocabulary();
        var shortlist = Shortlist.load(file, vocabulary.size(), vocabulary.targetSize());
        if (Arrays.binarySearch(shortlist.frequent(), vocabulary.eosId()) < 0) {
            throw new BundleException(
                    file,
                    "line 2: lacks " + vocabulary.eosId()
                            + ", the end-of-sentence id, without which no translation ends");
        }
        return shortlist;
    }

    public ModelInfo info() {
        return new ModelInfo(
                manifest.name(),
                manifest.version(),
                manifest.sourceLanguage(),
                manifest.targetLanguage(),
                manifest.limits().maxSourceTokens(),
                manifest.decoding().maxBeamSize());
    }

    /** How this model is searched unless the user says otherwise. */
    public SearchOptions defaultSearch() {
        var decoding = manifest.decoding();
        return new SearchOptions(decoding.defaultBeamSize(), decoding.lengthPenalty());
    }

    private void checkFiles(Path manifestFile) {
        var files = manifest.files();
        var tokenizers = Stream.of(TokenizerFile.NAME, targetTokenizerName());
        var decoding = manifest.decoding();
        var others = Stream.concat(decoding.graphs().values().stream(), Stream.ofNullable(decoding.shortlist()));
        var needed = Stream.concat(tokenizers, others);
        if (files.size() > BundleLimits.FILES) {
            throw new BundleException(
                    manifestFile, "files lists " + files.size() + " files; at most " + BundleLimits.FILES + " may be");
        }
        for (var name :
                Stream.concat(needed, files.keySet().stream()).distinct().toList()) {
            // A manifest is somebody else's data: it must not make us read outside its folder.
            if (!PLAIN_NAME.matcher(name).matches()) {
                throw new BundleException(manifestFile, "\"" + name + "\" is not a plain name of a file in the bundle");
            }
            if (!files.containsKey(name)) {
                throw new BundleException(
                        manifestFile, "files has no checksum for " + name + ", which the model needs");
            }
            if (!CHECKSUM.matcher(files.get(name)).matches()) {
                throw new BundleException(
                        manifestFile,
                        "files." + name + " is no SHA-256 in lower-case hex: \"" + files.get(name) + "\"");
            }
        }
        requireUnchanged();
    }

    /**
     * Whether the files in the folder are those of the manifest that was opened.
     *
     * @throws BundleException naming the first that is not
     */
    public void requireUnchanged() {
        manifest.files().forEach(this::checkChecksum);
    }

    private void checkChecksum(String name, String expected) {
        var file = folder.resolve(name);
        if (!Files.exists(file)) {
            throw new BundleException(file, "the manifest lists this file, but it is missing; copy the bundle again");
        }
        BundleFile.require(file, limit(name));
        try {
            var actual = Checksums.sha256(file);
            if (!actual.equals(expected)) {
                throw new BundleException(
                        file,
                        "its SHA-256 is " + actual + ", not " + expected
                                + " as in the manifest: the file is damaged or was"
                                + " changed; copy the bundle again");
            }
        } catch (IOException e) {
            throw new BundleException(file, "cannot be read: " + e, e);
        }
    }

    private long limit(String name) {
        if (name.equals(TokenizerFile.NAME) || name.equals(targetTokenizerName())) {
            return BundleLimits.TOKENIZER_BYTES;
        }
        return name.equals(manifest.decoding().shortlist()) ? BundleLimits.SHORTLIST_BYTES : BundleLimits.FILE_BYTES;
    }

    private void checkTokenizers(Path manifestFile) {
        var vocabulary = manifest.vocabulary();
        checkTokenizer(manifestFile, TokenizerFile.NAME, "vocabulary.size", vocabulary.size());
        if (vocabulary.target() != null) {
            checkTokenizer(manifestFile, targetTokenizerName(), "vocabulary.target.size", vocabulary.targetSize());
        }
    }

    private void checkTokenizer(Path manifestFile, String name, String sizeKey, int size) {
        var tokenizer = TokenizerFile.read(folder.resolve(name));
        if (tokenizer.vocabularySize() != size) {
            throw new BundleException(
                    manifestFile,
                    sizeKey + " is " + size + ", but " + name + " has " + tokenizer.vocabularySize() + " tokens");
        }
        var vocabulary = manifest.vocabulary();
        var ids = Map.of(
                "pad_id", vocabulary.padId(),
                "bos_id", vocabulary.bosId(),
                "eos_id", vocabulary.eosId(),
                "unk_id", vocabulary.unkId());
        for (var key : List.of("pad_id", "bos_id", "eos_id", "unk_id")) {
            if (!tokenizer.specialIds().contains(ids.get(key))) {
                throw new BundleException(
                        manifestFile,
                        "vocabulary." + key + " is " + ids.get(key) + ", but " + name
                                + " marks no added token with that id as special");
            }
        }
    }
}
