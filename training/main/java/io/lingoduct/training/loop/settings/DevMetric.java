package io.lingoduct.training.loop.settings;

/** Score on the dev set by which one network is better than another. */
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
