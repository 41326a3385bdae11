package io.lingoduct.front.quality;

/**
 * A logistic regression from what is known of a translation to the share of such translations that people could use.
 *
 * @param bias log-odds of a translation of which nothing else speaks
 * @param score weight of the model's score
 * @param length weight of the logarithm of the number of words of the source
 * @param ratio weight of how far the length of the target is from the source's, as the size of the logarithm of their ratio
 * @param finding weight of each finding
 */
public record QualityModel(double bias, double score, double length, double ratio, double finding) {

    /** Fitted to a model of everyday sentences; others may be worth more or less at the same score. */
    public static final QualityModel USUAL = new QualityModel(2.6, 4.5, -0.35, -0.8, -1.2);

    /** The estimate in 0…1; not a number where the model has told no score. */
    public double estimate(SegmentFacts facts) {
        if (Float.isNaN(facts.score())) {
            return Double.NaN;
        }
        double ratio = Math.abs(
                Math.log((facts.target().length() + 1.0) / (facts.source().length() + 1.0)));
        double odds = bias
                + score * facts.score()
                + length * Math.log(words(facts.source()))
                + this.ratio * ratio
                + finding * facts.findings().size();
        return 1 / (1 + Math.exp(-odds));
    }

    private static int words(String text) {
        return text.strip().split("\\s+").length;
    }
}
