package io.lingoduct.front.quality;

import io.lingoduct.model.ModelTraits;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A logistic regression from what is known of a translation to the share of such translations that people could use.
 *
 * @param bias log-odds of a translation whose features are all 0
 * @param weights log-odds for each unit of a feature; those that are absent play no part
 */
public record QualityModel(double bias, Map<Feature, Double> weights) {

    /** Name of the bias among the weights of a manifest. */
    public static final String BIAS = "bias";

    /** Fitted to our English-German model of everyday sentences; others may be worth more or less at the same score. */
    public static final QualityModel USUAL = new QualityModel(
            -0.5111,
            Map.of(
                    Feature.SCORE, 3.6212,
                    Feature.PROBABILITY, 2.65,
                    Feature.WORDS, 0.4639,
                    Feature.LENGTH_RATIO, 1.9259,
                    Feature.LENGTH_RATIO_SQUARED, -4.4962,
                    Feature.REPETITION, -0.3965,
                    Feature.COPIED, 0.9325,
                    Feature.UNKNOWN_WORDS, 1.09,
                    Feature.INCOMPLETE, -1.2,
                    Feature.FINDINGS, -1.2));

    public QualityModel {
        weights = Map.copyOf(weights);
    }

    /** The model's own weights, or the usual ones where it has none. Names that are not known are left alone. */
    public static QualityModel of(ModelTraits traits) {
        var own = traits.qualityWeights();
        if (own.isEmpty()) {
            return USUAL;
        }
        var weights = new EnumMap<Feature, Double>(Feature.class);
        for (var feature : Feature.values()) {
            if (own.containsKey(feature.key())) {
                weights.put(feature, own.get(feature.key()));
            }
        }
        return new QualityModel(own.getOrDefault(BIAS, 0.0), weights);
    }

    /** The weights by their names in a manifest. */
    public Map<String, Double> byName() {
        var named = new LinkedHashMap<String, Double>();
        named.put(BIAS, bias);
        for (var feature : Feature.values()) {
            if (weights.containsKey(feature)) {
                named.put(feature.key(), weights.get(feature));
            }
        }
        return named;
    }

    /** The estimate in 0…1; not a number where the model has told no score. */
    public double estimate(SegmentFacts facts) {
        if (Float.isNaN(facts.score())) {
            return Double.NaN;
        }
        double odds = bias;
        for (var weight : weights.entrySet()) {
            odds += weight.getValue() * weight.getKey().of(facts);
        }
        return 1 / (1 + Math.exp(-odds));
    }
}
