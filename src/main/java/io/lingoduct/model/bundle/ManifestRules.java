package io.lingoduct.model.bundle;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Rules that the values of a manifest must keep among themselves; faults of its figures are reported all at once. */
final class ManifestRules {

    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]*");
    private static final Pattern CHECKSUM = Pattern.compile("[0-9a-f]{64}");

    private final List<String> faults = new ArrayList<>();

    private ManifestRules() {}

    /** @throws BundleException naming every figure at fault, or else the first of the listed files */
    static void check(Path file, BundleManifest manifest) {
        var rules = new ManifestRules();
        rules.checkNames(manifest);
        rules.checkVocabulary(manifest.vocabulary());
        rules.checkLimits(manifest.limits());
        rules.checkDecoding(manifest.decoding());
        if (manifest.placeholders() != null) {
            rules.checkPlaceholders(manifest.placeholders());
        }
        if (manifest.quality() != null) {
            rules.checkQuality(manifest.quality());
        }
        if (!rules.faults.isEmpty()) {
            throw new BundleException(file, String.join("; ", rules.faults));
        }
        checkFiles(file, manifest);
    }

    private static void checkFiles(Path file, BundleManifest manifest) {
        var files = manifest.files();
        if (files.size() > BundleLimits.FILES) {
            throw new BundleException(
                    file, "files lists " + files.size() + " files; at most " + BundleLimits.FILES + " may be");
        }
        var decoding = manifest.decoding();
        var names = new LinkedHashSet<>(
                List.of(TokenizerFile.NAME, manifest.vocabulary().targetTokenizer()));
        names.addAll(decoding.graphs().values());
        Optional.ofNullable(decoding.shortlist()).ifPresent(names::add);
        names.addAll(files.keySet());
        for (var name : names) {
            // A manifest is somebody else's data: it must not make us read outside its folder.
            if (!PLAIN_NAME.matcher(name).matches()) {
                throw new BundleException(file, "\"" + name + "\" is not a plain name of a file in the bundle");
            }
            if (!files.containsKey(name)) {
                throw new BundleException(file, "files has no checksum for " + name + ", which the model needs");
            }
            if (!CHECKSUM.matcher(files.get(name)).matches()) {
                throw new BundleException(
                        file, "files." + name + " is no SHA-256 in lower-case hex: \"" + files.get(name) + "\"");
            }
        }
    }

    private void checkNames(BundleManifest manifest) {
        requireName("name", manifest.name());
        requireName("version", manifest.version());
        requireLanguage("source_language", manifest.sourceLanguage());
        requireLanguage("target_language", manifest.targetLanguage());
        require(
                manifest.normalization().equals(BundleManifest.NORMALIZATION),
                "normalization is \"" + manifest.normalization() + "\"; this program applies \""
                        + BundleManifest.NORMALIZATION + "\"");
    }

    private void checkVocabulary(BundleManifest.Vocabulary vocabulary) {
        requireWithin("vocabulary.size", vocabulary.size(), 1, BundleLimits.VOCABULARY);
        // Output ends at the end-of-sentence id; were it the pad id too, a row cut short would look complete.
        require(vocabulary.eosId() != vocabulary.padId(), "vocabulary.eos_id and vocabulary.pad_id must differ");
        if (vocabulary.target() != null) {
            requireWithin("vocabulary.target.size", vocabulary.targetSize(), 1, BundleLimits.VOCABULARY);
            require(vocabulary.target().tokenizer() != null, "vocabulary.target.tokenizer names no file");
        }
    }

    private void checkLimits(BundleManifest.Limits limits) {
        requireWithin("limits.max_source_tokens", limits.maxSourceTokens(), 1, BundleLimits.TOKENS);
        requireWithin("limits.max_target_tokens", limits.maxTargetTokens(), 1, BundleLimits.TOKENS);
        requireWithin("limits.output_ratio", limits.outputRatio(), 0, BundleLimits.OUTPUT_RATIO);
        requireWithin("limits.output_offset", limits.outputOffset(), 0, BundleLimits.TOKENS);
    }

    private void checkDecoding(BundleManifest.Decoding decoding) {
        requireWithin("decoding.max_beam_size", decoding.maxBeamSize(), 1, BundleLimits.BEAM);
        require(
                decoding.defaultBeamSize() >= 1 && decoding.defaultBeamSize() <= decoding.maxBeamSize(),
                "decoding.default_beam_size must lie between 1 and decoding.max_beam_size");
        require(
                decoding.lengthPenalty() >= 0 && decoding.lengthPenalty() <= 10,
                "decoding.length_penalty must lie in [0, 10]");
    }

    private void checkPlaceholders(BundleManifest.Placeholders placeholders) {
        require(
                placeholders.things() != null && placeholders.numbers() != null,
                "placeholders needs things and numbers, both lists of words");
        if (placeholders.things() == null || placeholders.numbers() == null) {
            return;
        }
        var words = new ArrayList<>(placeholders.things());
        words.addAll(placeholders.numbers());
        require(
                words.stream()
                        .allMatch(word -> word != null && !word.isEmpty() && word.length() <= BundleLimits.NAME_LENGTH),
                "a word of placeholders is empty or longer than " + BundleLimits.NAME_LENGTH);
        require(
                words.size() <= BundleLimits.PLACEHOLDERS,
                "placeholders has more than " + BundleLimits.PLACEHOLDERS + " words");
        for (int i = 0; i < words.size() && faults.isEmpty(); i++) {
            for (int j = 0; j < words.size(); j++) {
                require(
                        i == j || !words.get(i).contains(words.get(j)),
                        "of placeholders no word may be within another, as \"" + words.get(j) + "\" is");
            }
        }
    }

    private void checkQuality(BundleManifest.Quality quality) {
        require(quality.weights() != null, "quality has no weights");
        if (quality.weights() == null) {
            return;
        }
        require(
                quality.weights().size() <= BundleLimits.QUALITY_WEIGHTS,
                "quality has more than " + BundleLimits.QUALITY_WEIGHTS + " weights");
        quality.weights()
                .forEach((name, weight) -> requireWithin(
                        "quality.weights." + name, weight, -BundleLimits.QUALITY_WEIGHT, BundleLimits.QUALITY_WEIGHT));
    }

    private void requireName(String key, String name) {
        require(!name.isBlank(), key + " is blank");
        require(name.length() <= BundleLimits.NAME_LENGTH, key + " is longer than " + BundleLimits.NAME_LENGTH);
        // It stands in logs and on terminals.
        require(name.chars().noneMatch(Character::isISOControl), key + " holds control characters");
    }

    private void requireLanguage(String key, String tag) {
        requireName(key, tag);
        try {
            new Locale.Builder().setLanguageTag(tag);
        } catch (IllformedLocaleException e) {
            faults.add(key + " is no BCP 47 tag: " + e.getMessage());
        }
    }

    private void requireWithin(String key, double value, int least, int most) {
        require(
                value >= least && value <= most,
                key + " must lie in [" + least + ", " + most + "], not " + shown(value));
    }

    private static String shown(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }

    private void require(boolean holds, String fault) {
        if (!holds) {
            faults.add(fault);
        }
    }
}
