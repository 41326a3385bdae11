package io.lingoduct.training.bundle;

import ai.onnxruntime.OrtException;
import io.lingoduct.model.SearchOptions;
import io.lingoduct.model.bundle.BundleManifest;
import io.lingoduct.model.tokenizer.Tokenizer;
import io.lingoduct.text.segment.TextNormalizer;
import io.lingoduct.training.batch.EncodedPair;
import io.lingoduct.training.config.RunConfig;
import io.lingoduct.training.corpus.SentencePair;
import io.lingoduct.training.export.HalfPrecision;
import io.lingoduct.training.loop.ProgressDisplay;
import io.lingoduct.training.loop.Trainer;
import io.lingoduct.training.network.GreedySearch;
import io.lingoduct.training.network.Seq2Seq;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Turns a trained network into a bundle: export, compare with the trainer, measure through the runtime that will serve it,
 * write.
 */
public final class BundleExport {

    private final RunConfig config;
    private final BundleWriter writer;
    private final ProgressDisplay display;

    public BundleExport(RunConfig config, BundleWriter writer, ProgressDisplay display) {
        this.config = config;
        this.writer = writer;
        this.display = display;
    }

    /**
     * @param files of the run's vocabularies and, where there is one, its shortlist, named as in a bundle
     * @return what the bundle scores
     * @throws IllegalStateException if the exported graph does not agree with the network; the bundle is not put in place
     *     then
     */
    public List<BundleManifest.Score> write(Seq2Seq network, List<Path> files, HeldOut heldOut, Trainer.Outcome outcome)
            throws IOException {
        HalfPrecision.round(network);
        var description = new BundleDescription(config, network, outcome);
        var unfinished = writer.write(
                network, config.search().limits(), files, checksums -> description.manifest(checksums, List.of(), ""));
        var parity = parity(unfinished, network, heldOut);
        var scores = new BundleScores(config, display).of(unfinished, heldOut);
        writer.finish(checksums -> description.manifest(checksums, scores, parity));
        return scores;
    }

    private String parity(Path folder, Seq2Seq network, HeldOut heldOut) {
        var references = heldOut.compared().stream().map(SentencePair::target).toList();
        var sources = heldOut.comparedTokens().stream().map(EncodedPair::source).toList();
        var expected = new GreedySearch(network, config.search().limits()).translate(sources);
        try {
            var graph = folder.resolve(BundleWriter.GPU_GRAPH);
            var actual = ParityCheck.translate(graph, config.search().limits(), sources, SearchOptions.GREEDY);
            var result = ParityCheck.compare(actual, expected);
            var text = String.format(
                    Locale.ROOT,
                    "%s, BLEU %.2f against %.2f",
                    result,
                    bleu(folder, actual, references),
                    bleu(folder, expected, references));
            display.say("Exported graph against trainer: " + text);
            if (!result.isTolerable()) {
                throw new IllegalStateException(
                        "the exported graph does not say what the network says: " + result + "; no bundle was written");
            }
            return text;
        } catch (OrtException e) {
            throw new IllegalStateException("the exported graph cannot be run: " + e.getMessage(), e);
        }
    }

    private double bleu(Path folder, List<long[]> ids, List<String> references) {
        try (var tokenizer = Tokenizer.load(targetTokenizer(folder))) {
            var texts = ids.stream()
                    .map(row -> TextNormalizer.normalize(tokenizer.decode(row)))
                    .toList();
            return config.data().scoring().bleu().score(texts, references).value();
        }
    }

    private static Path targetTokenizer(Path folder) {
        var separate = folder.resolve(BundleWriter.TARGET_TOKENIZER);
        return Files.exists(separate) ? separate : folder.resolve(BundleWriter.TOKENIZER);
    }
}
