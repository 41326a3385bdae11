package io.lingoduct.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the figures of a manifest must fulfil among themselves; all faults are reported at once. */
final class ManifestRules {

    private final List<String> faults = new ArrayList<>();

    private ManifestRules() {}

    static void check(Path file, BundleManifest manifest) {
        var rules = new ManifestRules();
        rules.checkNames(manifest);
        rules.checkVocabulary(manifest.vocabulary());
        rules.checkLimits(manifest.limits());
        rules.checkDecoding(manifest.decoding());
        if (!rules.faults.isEmpty()) {
            throw new BundleException(file, String.join("; ", rules.faults));
        }
    }

    private void checkNames(BundleManifest manifest) {
        require(!manifest.name().isBlank(), "name is blank");
        require(!manifest.version().isBlank(), "version is blank");
        require(!manifest.sourceLanguage().isBlank(), "source_language is blank");
        require(!manifest.targetLanguage().isBlank(), "target_language is blank");
        require(
                manifest.normalization().equals(BundleManifest.NORMALIZATION),
                "normalization is \"" + manifest.normalization() + "\"; this program applies \""
                        + BundleManifest.NORMALIZATION + "\"");
    }

    private void checkVocabulary(BundleManifest.Vocabulary vocabulary) {
        require(vocabulary.size() >= 1, "vocabulary.size must be at least 1, not " + vocabulary.size());
        // Output ends at the end-of-sentence id; were it the pad id too, a row cut short would look complete.
        require(vocabulary.eosId() != vocabulary.padId(), "vocabulary.eos_id and vocabulary.pad_id must differ");
        if (vocabulary.target() != null) {
            int size = vocabulary.targetSize();
            require(size >= 1, "vocabulary.target.size must be at least 1, not " + size);
            require(vocabulary.target().tokenizer() != null, "vocabulary.target.tokenizer names no file");
        }
    }

    private void checkLimits(BundleManifest.Limits limits) {
        require(limits.maxSourceTokens() >= 1, "limits.max_source_tokens must be at least 1");
        require(limits.maxTargetTokens() >= 1, "limits.max_target_tokens must be at least 1");
        require(limits.outputRatio() >= 0, "limits.output_ratio must not be negative");
        require(limits.outputOffset() >= 0, "limits.output_offset must not be negative");
    }

    private void checkDecoding(BundleManifest.Decoding decoding) {
        require(decoding.maxBeamSize() >= 1, "decoding.max_beam_size must be at least 1");
        require(
                decoding.defaultBeamSize() >= 1 && decoding.defaultBeamSize() <= decoding.maxBeamSize(),
                "decoding.default_beam_size must lie between 1 and decoding.max_beam_size");
        require(
                decoding.lengthPenalty() >= 0 && decoding.lengthPenalty() <= 10,
                "decoding.length_penalty must lie in [0, 10]");
    }

    private void require(boolean holds, String fault) {
        if (!holds) {
            faults.add(fault);
        }
    }
}
