package io.lingoduct.training.cli;

import ai.onnxruntime.OrtException;
import io.lingoduct.model.BundleManifest;
import io.lingoduct.model.EncodedSegment;
import io.lingoduct.model.OnnxTranslator;
import io.lingoduct.model.SearchOptions;
import io.lingoduct.model.Tokenizer;
import io.lingoduct.model.Translation;
import io.lingoduct.text.TextNormalizer;
import io.lingoduct.training.batch.EncodedPair;
import io.lingoduct.training.config.RunConfig;
import io.lingoduct.training.corpus.SentencePair;
import io.lingoduct.training.export.BundleWriter;
import io.lingoduct.training.export.HalfPrecision;
import io.lingoduct.training.export.ParityCheck;
import io.lingoduct.training.export.TranslationGraph;
import io.lingoduct.training.loop.ProgressDisplay;
import io.lingoduct.training.loop.Trainer;
import io.lingoduct.training.network.GreedySearch;
import io.lingoduct.training.network.NetworkConfig;
import io.lingoduct.training.network.Seq2Seq;
import io.lingoduct.training.vocabulary.VocabularyBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Turns a trained network into a bundle: export, compare with the trainer, measure through the runtime that will serve it,
 * write.
 */
final class BundleExport {

    private static final double TOLERATED_SHARE = 0.005;
    private static final int REPORTED_BEAM = 4;
    private static final int ROWS = 32;

    private final RunConfig config;
    private final BundleWriter writer;
    private final ProgressDisplay display;

    BundleExport(RunConfig config, BundleWriter writer, ProgressDisplay display) {
        this.config = config;
        this.writer = writer;
        this.display = display;
    }

    /**
     * @param tokenizers files of the run's vocabularies, named as in a bundle
     * @param compared as token ids the test set, or where there is none the dev set
     * @return what the bundle scores
     * @throws IllegalStateException if the exported graph does not agree with the network; the bundle is not put in place
     *     then
     */
    List<BundleManifest.Score> write(
            Seq2Seq network,
            List<Path> tokenizers,
            Corpora corpora,
            List<EncodedPair> compared,
            Trainer.Outcome outcome)
            throws IOException {
        HalfPrecision.round(network);
        var graph = TranslationGraph.of(network, config.limits());
        var unfinished = writer.write(graph, tokenizers, files -> manifest(network, files, List.of(), "", outcome));
        var pairs = corpora.test().isEmpty() ? corpora.dev() : corpora.test();
        var references = pairs.stream().map(SentencePair::target).toList();
        var parity = parity(unfinished, network, compared, references);
        var scores = scores(unfinished, corpora);
        writer.finish(files -> manifest(network, files, scores, parity, outcome));
        return scores;
    }

    private String parity(Path folder, Seq2Seq network, List<EncodedPair> encoded, List<String> references) {
        var sources = encoded.stream().map(EncodedPair::source).toList();
        var expected = new GreedySearch(network, config.limits()).translate(sources);
        try {
            var graph = folder.resolve(BundleWriter.GRAPH);
            var actual = ParityCheck.translate(graph, config.limits(), sources, SearchOptions.GREEDY);
            var result = ParityCheck.compare(actual, expected);
            var text = String.format(
                    Locale.ROOT,
                    "%s, BLEU %.2f against %.2f",
                    result,
                    bleu(folder, actual, references),
                    bleu(folder, expected, references));
            display.say("Exported graph against trainer: " + text);
            if (result.sentences() - result.equal() > tolerated(result.sentences())) {
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

    // Rounding may decide between two equally good tokens once, even where the dev set is small.
    private static int tolerated(int sentences) {
        return Math.max(1, (int) (sentences * TOLERATED_SHARE));
    }

    private List<BundleManifest.Score> scores(Path folder, Corpora corpora) {
        var scores = new ArrayList<BundleManifest.Score>();
        try (var translator = OnnxTranslator.load(folder)) {
            for (var search : searches()) {
                scores.add(score(translator, search, "dev", corpora.dev()));
                if (!corpora.test().isEmpty()) {
                    scores.add(score(translator, search, "test", corpora.test()));
                }
            }
        }
        return scores;
    }

    private List<SearchOptions> searches() {
        int wanted = config.search().defaultBeamSize() == 1
                ? REPORTED_BEAM
                : config.search().defaultBeamSize();
        int size = Math.min(wanted, config.search().maxBeamSize());
        return size == 1
                ? List.of(SearchOptions.GREEDY)
                : List.of(SearchOptions.GREEDY, new SearchOptions(size, (float)
                        config.search().lengthPenalty()));
    }

    private BundleManifest.Score score(
            OnnxTranslator translator, SearchOptions search, String set, List<SentencePair> pairs) {
        var hypotheses = translate(translator, search, pairs);
        var bleu = config.data()
                .scoring()
                .bleu()
                .score(hypotheses, pairs.stream().map(SentencePair::target).toList());
        var searchName = search.beamSize() == 1 ? "greedy" : "beam " + search.beamSize();
        display.say(String.format(
                Locale.ROOT, "%s %s, %s: BLEU %.2f", config.data().label(), set, searchName, bleu.value()));
        double rounded = Math.round(bleu.value() * 100) / 100.0;
        return new BundleManifest.Score(
                config.data().label() + " " + set, searchName, "BLEU", rounded, bleu.signature());
    }

    private static List<String> translate(OnnxTranslator translator, SearchOptions search, List<SentencePair> pairs) {
        var segments = new ArrayList<EncodedSegment>();
        pairs.forEach(pair -> segments.add(translator.encode(pair.source())));
        var byLength = IntStream.range(0, segments.size())
                .boxed()
                .sorted(Comparator.comparingInt(i -> segments.get(i).length()))
                .toList();
        var hypotheses = new String[segments.size()];
        for (int start = 0; start < byLength.size(); start += ROWS) {
            var batch = byLength.subList(start, Math.min(byLength.size(), start + ROWS));
            var translations =
                    translator.translate(batch.stream().map(segments::get).toList(), search);
            var texts = translations.stream().map(Translation::text).toList();
            for (int i = 0; i < batch.size(); i++) {
                hypotheses[batch.get(i)] = texts.get(i);
            }
        }
        return List.of(hypotheses);
    }

    private BundleManifest manifest(
            Seq2Seq network,
            Map<String, String> files,
            List<BundleManifest.Score> scores,
            String parity,
            Trainer.Outcome outcome) {
        var n = network.config();
        var limits = config.limits();
        return new BundleManifest(
                BundleManifest.FORMAT_VERSION,
                config.name(),
                config.version(),
                config.sourceLanguage(),
                config.targetLanguage(),
                BundleManifest.NORMALIZATION,
                new BundleManifest.Architecture(
                        n.cell().name().toLowerCase(Locale.ROOT),
                        n.embedding(),
                        n.encoderLayers(),
                        n.encoderHidden(),
                        n.decoderLayers(),
                        n.decoderHidden(),
                        n.attention().name().toLowerCase(Locale.ROOT),
                        n.tiedEmbeddings().name().toLowerCase(Locale.ROOT),
                        network.parameterCount()),
                new BundleManifest.Vocabulary(
                        n.sourceVocabulary(),
                        VocabularyBuilder.PAD,
                        VocabularyBuilder.BOS,
                        VocabularyBuilder.EOS,
                        VocabularyBuilder.UNK,
                        targetVocabulary(n)),
                new BundleManifest.Limits(
                        limits.maxSourceTokens(),
                        limits.maxTargetTokens(),
                        limits.outputRatio(),
                        limits.outputOffset()),
                new BundleManifest.Decoding(
                        Map.of("cpu", BundleWriter.GRAPH),
                        config.search().maxBeamSize(),
                        config.search().defaultBeamSize(),
                        (float) config.search().lengthPenalty()),
                scores,
                new BundleManifest.Provenance(
                        config.data().credits(),
                        config.training().seed(),
                        outcome.epochs(),
                        outcome.updates(),
                        Math.round(outcome.seconds() / 360) / 10.0,
                        LocalDate.now(ZoneOffset.UTC).toString(),
                        parity,
                        config.text()),
                files);
    }

    private BundleManifest.TargetVocabulary targetVocabulary(NetworkConfig network) {
        return config.vocabulary().joint()
                ? null
                : new BundleManifest.TargetVocabulary(BundleWriter.TARGET_TOKENIZER, network.targetVocabulary());
    }
}
