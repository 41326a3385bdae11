package io.lingoduct.training.shortlist;

import java.util.Arrays;

/**
 * Probabilities t(target | source) of all pairs of tokens that meet in some sentence pair; all others are 0. Rows are held one
 * after the other, and worked on spread out over the whole target vocabulary.
 */
final class TranslationTable {

    private final int[] starts;
    private final int[] ids;
    private final float[] probabilities;

    private TranslationTable(int[] starts, int[] ids) {
        this.starts = starts;
        this.ids = ids;
        this.probabilities = new float[ids.length];
    }

    /** Every target token that a source token meets is equally probable. */
    static TranslationTable uniform(TokenIndex index) {
        var meetings = new Meetings(index);
        var starts = new int[index.sources() + 1];
        for (int source = 0; source < index.sources(); source++) {
            starts[source + 1] = Math.addExact(starts[source], meetings.of(source));
        }
        var ids = new int[starts[index.sources()]];
        for (int source = 0; source < index.sources(); source++) {
            int count = meetings.of(source);
            System.arraycopy(meetings.met, 0, ids, starts[source], count);
            Arrays.sort(ids, starts[source], starts[source + 1]);
        }
        var table = new TranslationTable(starts, ids);
        for (int source = 0; source < index.sources(); source++) {
            Arrays.fill(
                    table.probabilities,
                    starts[source],
                    starts[source + 1],
                    1f / (starts[source + 1] - starts[source]));
        }
        return table;
    }

    /** Position of a source token's first target token. */
    int start(int source) {
        return starts[source];
    }

    /** Position behind a source token's last target token. */
    int end(int source) {
        return starts[source + 1];
    }

    int id(int position) {
        return ids[position];
    }

    float probability(int position) {
        return probabilities[position];
    }

    /** Writes a row into {@code dense[id]}; what the row does not hold stays as it is. */
    void spread(int source, float[] dense) {
        for (int i = starts[source]; i < starts[source + 1]; i++) {
            dense[ids[i]] = probabilities[i];
        }
    }

    /** Replaces a row by shares of {@code counts[id]}, and sets these counts to 0. */
    void gather(int source, double[] counts) {
        double sum = 0;
        for (int i = starts[source]; i < starts[source + 1]; i++) {
            sum += counts[ids[i]];
        }
        for (int i = starts[source]; i < starts[source + 1]; i++) {
            probabilities[i] = (float) (counts[ids[i]] / sum);
            counts[ids[i]] = 0;
        }
    }

    /** Lists the target tokens that a source token meets. */
    private static final class Meetings {

        private final TokenIndex index;
        private final int[] lastMet;
        private final int[] met;
        private int round;

        Meetings(TokenIndex index) {
            this.index = index;
            this.lastMet = new int[index.targets()];
            this.met = new int[index.targets()];
        }

        /** @return how many there are; they stand in {@code met} then, in the order of the text */
        int of(int source) {
            round++;
            int count = 0;
            for (int o = index.occurrenceStarts()[source]; o < index.occurrenceStarts()[source + 1]; o++) {
                int pair = index.occurrences()[o];
                for (int j = index.targetStarts()[pair]; j < index.targetStarts()[pair + 1]; j++) {
                    int id = index.targetIds()[j];
                    if (lastMet[id] != round) {
                        lastMet[id] = round;
                        met[count++] = id;
                    }
                }
            }
            return count;
        }
    }
}
