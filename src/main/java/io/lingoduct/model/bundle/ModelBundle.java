package io.lingoduct.model.bundle;

import io.lingoduct.model.ModelInfo;
import io.lingoduct.model.SearchOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Optional;

/**
 * A bundle folder whose files have been checked: the manifest is complete and consistent, every listed file is there with
 * its checksum, and tokenizers and shortlist agree with the manifest. These are read once and kept. The graph's inputs and
 * outputs, which take the runtime to check, are checked when a translator loads the bundle.
 */
public final class ModelBundle {

    private final Path folder;
    private final BundleManifest manifest;
    private final TokenizerFile tokenizer;
    private final TokenizerFile targetTokenizer;
    private final Shortlist shortlist; // null where the graph scores the whole vocabulary

    private ModelBundle(Path folder, BundleManifest manifest) {
        this.folder = folder;
        this.manifest = manifest;
        requireUnchanged();
        var vocabulary = manifest.vocabulary();
        this.tokenizer = TokenizerFile.read(tokenizerFile());
        requireAgreement(tokenizer, "vocabulary.size", vocabulary.size());
        this.targetTokenizer =
                targetTokenizerFile().equals(tokenizerFile()) ? tokenizer : TokenizerFile.read(targetTokenizerFile());
        requireAgreement(
                targetTokenizer,
                vocabulary.target() == null ? "vocabulary.size" : "vocabulary.target.size",
                vocabulary.targetSize());
        this.shortlist = shortlistFile().map(this::readShortlist).orElse(null);
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
        return new ModelBundle(folder, manifest);
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

    /** File that puts translations together; the source's where the languages share one vocabulary. */
    public Path targetTokenizerFile() {
        return folder.resolve(manifest.vocabulary().targetTokenizer());
    }

    /** Content of {@link #tokenizerFile()}. */
    public TokenizerFile tokenizer() {
        return tokenizer;
    }

    /** Content of {@link #targetTokenizerFile()}; the same object where the languages share one vocabulary. */
    public TokenizerFile targetTokenizer() {
        return targetTokenizer;
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

    /** File with the candidates of each source id; absent where the graph scores the whole vocabulary. */
    public Optional<Path> shortlistFile() {
        return Optional.ofNullable(manifest.decoding().shortlist()).map(folder::resolve);
    }

    /** Content of {@link #shortlistFile()}. */
    public Optional<Shortlist> shortlist() {
        return Optional.ofNullable(shortlist);
    }

    /**
     * The shortlist that a search keeps to, where its graph can. A list that is narrower than the beam is left unused: a row
     * might have fewer tokens to go on with than hypotheses.
     */
    public Optional<Shortlist> shortlistFor(SearchOptions search) {
        return search.shortlist() && shortlist != null && shortlist.isWideEnoughFor(search.beamSize())
                ? Optional.of(shortlist)
                : Optional.empty();
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

    /** Search of this model where the user asks for no other. */
    public SearchOptions defaultSearch() {
        var decoding = manifest.decoding();
        return new SearchOptions(decoding.defaultBeamSize(), decoding.lengthPenalty());
    }

    /**
     * Holds the files in the folder against the manifest that was opened.
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
        if (name.equals(TokenizerFile.NAME) || name.equals(manifest.vocabulary().targetTokenizer())) {
            return BundleLimits.TOKENIZER_BYTES;
        }
        return name.equals(manifest.decoding().shortlist()) ? BundleLimits.SHORTLIST_BYTES : BundleLimits.FILE_BYTES;
    }

    private void requireAgreement(TokenizerFile content, String sizeKey, int size) {
        var manifestFile = folder.resolve(ManifestFile.NAME);
        var name = content.file().getFileName();
        if (content.vocabularySize() != size) {
            throw new BundleException(
                    manifestFile,
                    sizeKey + " is " + size + ", but " + name + " has " + content.vocabularySize() + " tokens");
        }
        var vocabulary = manifest.vocabulary();
        var ids = new LinkedHashMap<String, Integer>();
        ids.put("pad_id", vocabulary.padId());
        ids.put("bos_id", vocabulary.bosId());
        ids.put("eos_id", vocabulary.eosId());
        ids.put("unk_id", vocabulary.unkId());
        ids.forEach((key, id) -> {
            if (!content.specialIds().contains(id)) {
                throw new BundleException(
                        manifestFile,
                        "vocabulary." + key + " is " + id + ", but " + name
                                + " marks no added token with that id as special");
            }
        });
    }
}
