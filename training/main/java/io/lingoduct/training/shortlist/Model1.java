package io.lingoduct.training.shortlist;

import java.util.Arrays;

/**
 * Learns which target token translates which source token: Model 1 of Brown, Della Pietra, Della Pietra and Mercer (1993), "The
 * Mathematics of Statistical Machine Translation: Parameter Estimation", with a NULL word for target tokens that translate
 * none.
 *
 * <p>Expectation-maximisation goes source token by source token, not pair by pair as is usual: a row of the table is then
 * spread out once for all pairs that the token stands in, and nothing has to be searched or hashed. The price is a second
 * visit to each pair, for the sums that posterior probabilities are divided by. One iteration over 164,000 pairs of 10 and 11
 * tokens takes a fraction of a second on one core; one thread makes the result the same on every machine.
 */
final class Model1 {

    private final TokenIndex index;
    private final TranslationTable table;
    private final float[] dense;
    private final double[] sums;
    private final double[] counts;

    private Model1(TokenIndex index) {
        this.index = index;
        this.table = TranslationTable.uniform(index);
        this.dense = new float[index.targets()];
        this.sums = new double[index.targetIds().length];
        this.counts = new double[index.targets()];
    }

    static TranslationTable learn(TokenIndex index, int iterations) {
        var model = new Model1(index);
        for (int i = 0; i < iterations; i++) {
            model.sumUp();
            model.maximise();
        }
        return model.table;
    }

    /** For each token of each target: the sum of its probabilities given the tokens of its source. */
    private void sumUp() {
        Arrays.fill(sums, 0);
        for (int source = 0; source < index.sources(); source++) {
            table.spread(source, dense);
            for (int o = index.occurrenceStarts()[source]; o < index.occurrenceStarts()[source + 1]; o++) {
                int pair = index.occurrences()[o];
                for (int j = index.targetStarts()[pair]; j < index.targetStarts()[pair + 1]; j++) {
                    sums[j] += dense[index.targetIds()[j]];
                }
            }
        }
    }

    private void maximise() {
        for (int source = 0; source < index.sources(); source++) {
            table.spread(source, dense);
            for (int o = index.occurrenceStarts()[source]; o < index.occurrenceStarts()[source + 1]; o++) {
                int pair = index.occurrences()[o];
                for (int j = index.targetStarts()[pair]; j < index.targetStarts()[pair + 1]; j++) {
                    int id = index.targetIds()[j];
                    counts[id] += dense[id] / sums[j];
                }
            }
            table.gather(source, counts);
        }
    }
}
