package io.lingoduct.training.bundle;

import io.lingoduct.model.bundle.BundleManifest;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes the README.md of a bundle from its manifest. */
final class ModelCard {

    private ModelCard() {}

    static String of(BundleManifest manifest) {
        var a = manifest.architecture();
        var p = manifest.provenance();
        return String.format(
                Locale.ROOT,
                """
                # %s %s: %s → %s

                A recurrent encoder-decoder: %s encoder (%s), %s attention%s, %s decoder (%d × %d units),
                embeddings of %d (tied: %s), %s with byte fallback,
                %,d parameters. On a CPU products with weights are computed in 8-bit integers; the graph for GPUs computes in float32, with
                matrices stored in half precision.

                ## Scores

                | data | search | metric | value | signature |
                |---|---|---|---|---|
                %s

                Float32 graph against trainer, greedy, on the held-out sentences: %s.

                ## How it was made

                ```
                ./lingoduct train --config %s.yaml
                ```

                with the configuration below. Seed %d, %d epochs, %,d updates, %.1f hours, finished %s. Data:

                %s

                The configuration:

                ```yaml
                %s
                ```

                ## Limits

                Segments of up to %d tokens; longer ones are wrapped before they reach the model. A translation ends after
                %.1f tokens per source token plus %d at the latest. The model knows the kind of text it was trained on and
                nothing else: other domains, dialects and long sentences come out worse, names and numbers may be wrong. It
                is not fit for medical, legal or safety matters without a person who checks.
                """,
                manifest.name(),
                manifest.version(),
                manifest.sourceLanguage(),
                manifest.targetLanguage(),
                a.cell().toUpperCase(Locale.ROOT),
                encoder(a),
                a.attention(),
                Boolean.TRUE.equals(a.inputFeeding()) ? " with input feeding" : "",
                a.cell().toUpperCase(Locale.ROOT),
                a.decoderLayers(),
                a.decoderHidden(),
                a.embedding(),
                a.tiedEmbeddings(),
                tokens(manifest.vocabulary()),
                a.parameters(),
                manifest.scores().stream().map(ModelCard::row).collect(Collectors.joining("\n")),
                p.parity(),
                manifest.name(),
                p.seed(),
                p.epochs(),
                p.updates(),
                p.trainingHours(),
                p.trainedAt(),
                p.data().stream().map(line -> "- " + line).collect(Collectors.joining("\n")),
                p.config().strip(),
                manifest.limits().maxSourceTokens(),
                manifest.limits().outputRatio(),
                manifest.limits().outputOffset());
    }

    private static String tokens(BundleManifest.Vocabulary vocabulary) {
        return vocabulary.target() == null
                ? String.format(Locale.ROOT, "%,d tokens shared by both languages", vocabulary.size())
                : String.format(
                        Locale.ROOT, "%,d source and %,d target tokens", vocabulary.size(), vocabulary.targetSize());
    }

    private static String encoder(BundleManifest.Architecture a) {
        return Boolean.FALSE.equals(a.bidirectional())
                ? "%d × %d units".formatted(a.encoderLayers(), a.encoderHidden())
                : "%d × 2·%d units in both directions".formatted(a.encoderLayers(), a.encoderHidden());
    }

    private static String row(BundleManifest.Score score) {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %.2f | `%s` |",
                score.data(),
                score.search(),
                score.metric(),
                score.value(),
                // A bar would end the cell of the table.
                score.signature().replace("|", "\\|"));
    }
}
