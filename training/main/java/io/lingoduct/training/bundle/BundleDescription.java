package io.lingoduct.training.bundle;

import io.lingoduct.model.PlaceholderForm;
import io.lingoduct.model.bundle.BundleManifest;
import io.lingoduct.model.bundle.Shortlist;
import io.lingoduct.training.augment.AugmentationShares;
import io.lingoduct.training.config.RunConfig;
import io.lingoduct.training.loop.Trainer;
import io.lingoduct.training.network.NetworkConfig;
import io.lingoduct.training.network.Seq2Seq;
import io.lingoduct.training.vocabulary.VocabularyBuilder;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Manifest of a trained network, made of its configuration, its shape and the outcome of its training. */
record BundleDescription(RunConfig config, Seq2Seq network, Trainer.Outcome outcome) {

    /**
     * @param files checksums by file name
     * @param scores empty before anything is measured
     * @param parity how graph and trainer compare, in words
     */
    BundleManifest manifest(Map<String, String> files, List<BundleManifest.Score> scores, String parity) {
        var limits = config.search().limits();
        return BundleManifest.named(config.model().name(), config.model().version())
                .languages(config.model().sourceLanguage(), config.model().targetLanguage())
                .architecture(architecture(network.config()))
                .vocabulary(vocabulary(network.config()))
                .limits(new BundleManifest.Limits(
                        limits.maxSourceTokens(),
                        limits.maxTargetTokens(),
                        limits.outputRatio(),
                        limits.outputOffset()))
                .decoding(new BundleManifest.Decoding(
                        Map.of("cpu", BundleWriter.CPU_GRAPH, "gpu", BundleWriter.GPU_GRAPH),
                        config.search().maxBeamSize(),
                        config.search().defaultBeamSize(),
                        (float) config.search().lengthPenalty(),
                        files.containsKey(Shortlist.FILE_NAME) ? Shortlist.FILE_NAME : null))
                .placeholders(placeholders(config.augmentation()))
                .scores(scores)
                .provenance(provenance(parity))
                .files(files)
                .build();
    }

    /** Those that it has learnt; of the other kind, words that every model has seen. */
    private static BundleManifest.Placeholders placeholders(AugmentationShares learnt) {
        if (learnt.placeholders() == 0 && learnt.numbers() == 0) {
            return null;
        }
        var things = learnt.placeholders() > 0 ? PlaceholderForm.RESERVED : PlaceholderForm.NAMES;
        var numbers = learnt.numbers() > 0 ? PlaceholderForm.RESERVED : PlaceholderForm.NAMES;
        return new BundleManifest.Placeholders(things.things(), numbers.numbers());
    }

    private BundleManifest.Architecture architecture(NetworkConfig n) {
        return new BundleManifest.Architecture(
                n.cell().name().toLowerCase(Locale.ROOT),
                n.embedding(),
                n.encoderLayers(),
                n.encoderHidden(),
                n.bidirectional(),
                n.decoderLayers(),
                n.decoderHidden(),
                n.attention().name().toLowerCase(Locale.ROOT),
                n.inputFeeding(),
                n.tiedEmbeddings().name().toLowerCase(Locale.ROOT),
                network.parameterCount());
    }

    private BundleManifest.Vocabulary vocabulary(NetworkConfig n) {
        var target = config.vocabulary().joint()
                ? null
                : new BundleManifest.TargetVocabulary(BundleWriter.TARGET_TOKENIZER, n.targetVocabulary());
        return new BundleManifest.Vocabulary(
                n.sourceVocabulary(),
                VocabularyBuilder.PAD,
                VocabularyBuilder.BOS,
                VocabularyBuilder.EOS,
                VocabularyBuilder.UNK,
                target);
    }

    private BundleManifest.Provenance provenance(String parity) {
        return new BundleManifest.Provenance(
                config.data().credits(),
                config.training().seed(),
                outcome.epochs(),
                outcome.updates(),
                Math.round(outcome.seconds() / 360) / 10.0,
                LocalDate.now(ZoneOffset.UTC).toString(),
                parity,
                config.text());
    }
}
