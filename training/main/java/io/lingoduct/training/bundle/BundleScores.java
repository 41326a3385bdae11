package io.lingoduct.training.bundle;

import io.lingoduct.engine.EngineOptions;
import io.lingoduct.engine.TranslationEngine;
import io.lingoduct.model.SearchOptions;
import io.lingoduct.model.Translation;
import io.lingoduct.model.TranslationException;
import io.lingoduct.model.bundle.BundleManifest;
import io.lingoduct.model.runtime.OnnxTranslator;
import io.lingoduct.text.metrics.Chrf;
import io.lingoduct.text.metrics.CorpusScore;
import io.lingoduct.training.config.RunConfig;
import io.lingoduct.training.corpus.SentencePair;
import io.lingoduct.training.loop.ProgressDisplay;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Measures a bundle on dev and test through the runtime that will serve it: greedy, and with a beam. */
record BundleScores(RunConfig config, ProgressDisplay display) {

    private static final int USUAL_BEAM = 4;

    List<BundleManifest.Score> of(Path folder, HeldOut heldOut) {
        var scores = new ArrayList<BundleManifest.Score>();
        try (var translator = OnnxTranslator.load(folder)) {
            for (var search : searches()) {
                scores.addAll(of(translator, search, "dev", heldOut.dev()));
                if (!heldOut.test().isEmpty()) {
                    scores.addAll(of(translator, search, "test", heldOut.test()));
                }
            }
        }
        return scores;
    }

    /** The beam is the one that the bundle states, or a usual one where that is greedy. */
    private List<SearchOptions> searches() {
        int stated = config.search().defaultBeamSize();
        int size = Math.min(stated == 1 ? USUAL_BEAM : stated, config.search().maxBeamSize());
        return size == 1
                ? List.of(SearchOptions.GREEDY)
                : List.of(SearchOptions.GREEDY, new SearchOptions(size, (float)
                        config.search().lengthPenalty()));
    }

    private List<BundleManifest.Score> of(
            OnnxTranslator translator, SearchOptions search, String set, List<SentencePair> pairs) {
        var hypotheses = translate(translator, search, pairs);
        var references = pairs.stream().map(SentencePair::target).toList();
        var scoring = config.data().scoring();
        var data = config.data().label() + " " + set;
        var searchName = search.beamSize() == 1 ? "greedy" : "beam " + search.beamSize();
        var bleu = scoring.bleu().score(hypotheses, references);
        var chrf = Chrf.chrf2(scoring.lowercase()).score(hypotheses, references);
        display.say(String.format(
                Locale.ROOT, "%s, %s: BLEU %.2f, chrF2 %.2f", data, searchName, bleu.value(), chrf.value()));
        return List.of(score(data, searchName, "BLEU", bleu), score(data, searchName, "chrF2", chrf));
    }

    private static BundleManifest.Score score(String data, String search, String metric, CorpusScore score) {
        double rounded = Math.round(score.value() * 100) / 100.0;
        return new BundleManifest.Score(data, search, metric, rounded, score.signature());
    }

    private static List<String> translate(OnnxTranslator translator, SearchOptions search, List<SentencePair> pairs) {
        try (var engine =
                new TranslationEngine(translator, EngineOptions.defaults().withSearch(search))) {
            var translations =
                    pairs.stream().map(pair -> engine.submit(pair.source())).toList();
            return translations.stream().map(BundleScores::text).toList();
        }
    }

    private static String text(CompletableFuture<Translation> translation) {
        try {
            return translation.join().text();
        } catch (CompletionException e) {
            throw e.getCause() instanceof TranslationException failure ? failure : e;
        }
    }
}
