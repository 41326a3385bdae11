package io.lingoduct.training.loop.settings;

/** What tells on the dev set whether one network is better than another. */
public enum DevMetric {
    BLEU {
        @Override
        public double quality(double perplexity, double bleu) {
            return bleu;
        }
    },
    PERPLEXITY {
        @Override
        public double quality(double perplexity, double bleu) {
            return -perplexity;
        }
    };

    /** The higher the better. */
    public abstract double quality(double perplexity, double bleu);
}
