package io.lingoduct.text.metrics;

/** Rule for orders of n-grams of which not one matches, in BLEU. */
public enum BleuSmoothing {

    /** Half a match for the first such order, half as much for each further one: sacreBLEU's default. */
    EXP("exp") {
        @Override
        double precision(int unmatchedOrders, long total) {
            return 100 / (Math.pow(2, unmatchedOrders) * total);
        }
    },

    /** Nothing, which makes the whole score 0. */
    NONE("none") {
        @Override
        double precision(int unmatchedOrders, long total) {
            return 0;
        }
    };

    private final String label;

    BleuSmoothing(String label) {
        this.label = label;
    }

    /** The name in sacreBLEU's signatures. */
    public String label() {
        return label;
    }

    /**
     * In per cent.
     *
     * @param unmatchedOrders orders without a match so far, this one included
     * @param total n-grams of this order in the hypotheses, at least 1
     */
    abstract double precision(int unmatchedOrders, long total);
}
