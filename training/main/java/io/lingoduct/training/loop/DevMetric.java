package io.lingoduct.training.loop;

/** What tells on the dev set whether one network is better than another. */
public enum DevMetric {
    BLEU {
        @Override
        double quality(double perplexity, double bleu) {
            return bleu;
        }
    },
    PERPLEXITY {
        @Override
        double quality(double perplexity, double bleu) {
            return -perplexity;
        }
    };

    /** The higher the better. */
    abstract double quality(double perplexity, double bleu);
}
