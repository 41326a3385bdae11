package io.lingoduct.calibrate;

import io.lingoduct.bench.fidelity.probe.Guise;
import io.lingoduct.engine.SegmentingTextTranslator;
import io.lingoduct.engine.SegmentingTextTranslator.ScoredText;
import io.lingoduct.front.quality.Feature;
import io.lingoduct.front.quality.QualityModel;
import io.lingoduct.front.quality.SegmentFacts;
import io.lingoduct.text.metrics.Chrf;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Fits the estimates of one model to translations of sentences whose references are known.
 *
 * @param fitted to all samples
 * @param validated agreement where each sample is estimated by weights that were fitted to other lines
 * @param before agreement of the estimates that the model had until now
 * @param left sentences that take no part: of several segments, or not translated whole
 */
public record QualityCalibration(QualityModel fitted, Calibration validated, Calibration before, int left) {

    /** Least chrF2, without case, of a translation that people can use. */
    public static final double USABLE = 45;

    private static final List<Guise> NOISY = List.of(Guise.ALL_CAPS, Guise.TITLE_CASE, Guise.SMALL, Guise.TYPO);
    private static final int FOLDS = 5;
    private static final double RIDGE = 1;
    private static final long SEED = 1;

    /**
     * Translates all sentences and fits.
     *
     * @param translator of an engine whose search tells scores
     * @param noisy whether the sentences come in other guises, too
     * @param former the estimates that the model had until now
     * @throws java.util.concurrent.CompletionException if a sentence cannot be translated
     * @throws IllegalArgumentException if too few of the sentences can be used
     */
    public static QualityCalibration of(
            SegmentingTextTranslator translator,
            List<String> sources,
            List<String> references,
            boolean noisy,
            QualityModel former) {
        var samples = new ArrayList<Sample>();
        int all = 0;
        for (var guise : guises(noisy)) {
            samples.addAll(samples(translator, guise, sources, references));
            all += sources.size();
        }
        return of(samples, all - samples.size(), former);
    }

    private static List<Guise> guises(boolean noisy) {
        var guises = new ArrayList<Guise>();
        guises.add(Guise.PLAIN);
        guises.addAll(noisy ? NOISY : List.of());
        return guises;
    }

    private static List<Sample> samples(
            SegmentingTextTranslator translator, Guise guise, List<String> sources, List<String> references) {
        var random = new Random(SEED);
        var metric = Chrf.chrf2(true);
        var waiting = new ArrayList<CompletableFuture<ScoredText>>();
        sources.forEach(source -> waiting.add(translator.translateScored(guise.dress(source, random))));
        var samples = new ArrayList<Sample>();
        for (int i = 0; i < sources.size(); i++) {
            var scored = waiting.get(i).join();
            if (scored.translation().segments() == 1 && scored.facts().size() == 1) {
                double chrf = metric.sentenceScore(scored.translation().text(), references.get(i));
                samples.add(new Sample(i, guise.label(), scored.facts().get(0), chrf >= USABLE));
            }
        }
        return samples;
    }

    static QualityCalibration of(List<Sample> samples, int left, QualityModel former) {
        if (samples.size() < FOLDS * Feature.values().length) {
            throw new IllegalArgumentException("only " + samples.size()
                    + " sentences can be used; at least " + FOLDS * Feature.values().length
                    + " are needed, each of one segment that is translated whole");
        }
        var validated = new double[samples.size()];
        for (int fold = 0; fold < FOLDS; fold++) {
            int held = fold;
            var weights = fit(samples.stream()
                    .filter(sample -> sample.line() % FOLDS != held)
                    .toList());
            for (int i = 0; i < samples.size(); i++) {
                if (samples.get(i).line() % FOLDS == fold) {
                    validated[i] = LogisticRegression.probability(
                            weights, samples.get(i).features());
                }
            }
        }
        var outcomes = samples.stream().map(Sample::usable).toList();
        return new QualityCalibration(
                model(fit(samples)),
                Calibration.of(
                        IntStream.range(0, validated.length)
                                .mapToObj(i -> validated[i])
                                .toList(),
                        outcomes),
                calibration(samples, outcomes, former::estimate),
                left);
    }

    private static Calibration calibration(
            List<Sample> samples, List<Boolean> outcomes, ToDoubleFunction<SegmentFacts> estimate) {
        return Calibration.of(
                samples.stream()
                        .map(sample -> estimate.applyAsDouble(sample.facts()))
                        .toList(),
                outcomes);
    }

    private static double[] fit(List<Sample> samples) {
        return LogisticRegression.fit(
                samples.stream().map(Sample::features).toList(),
                samples.stream().map(Sample::usable).toList(),
                RIDGE);
    }

    /** What the sentences have hardly any of keeps its usual weight: too few of them tell nothing, and it is still bad. */
    private static QualityModel model(double[] weights) {
        var byFeature = new EnumMap<Feature, Double>(Feature.class);
        for (var feature : Feature.values()) {
            boolean rare = feature == Feature.FINDINGS || feature == Feature.INCOMPLETE;
            double usual = QualityModel.USUAL.weights().getOrDefault(feature, 0.0);
            double fitted = weights[feature.ordinal() + 1];
            byFeature.put(feature, rounded(rare ? Math.min(usual, fitted) : fitted));
        }
        return new QualityModel(rounded(weights[0]), byFeature);
    }

    private static double rounded(double weight) {
        return Math.round(weight * 1e4) / 1e4;
    }
}
