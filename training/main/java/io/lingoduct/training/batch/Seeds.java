package io.lingoduct.training.batch;

/**
 * Seeds for the random draws of a run, mixed from the run's own seed and the place in the run. A run that is resumed makes them
 * again from its position, so no generator's state has to be kept.
 */
public final class Seeds {

    private static final long EPOCHS = 1_000_003;
    private static final long PAIRS = 1_000_000_007;
    private static final long WORKERS = 1_009;

    private Seeds() {}

    /** For the order of an epoch. */
    static long ofEpoch(long seed, int epoch) {
        return mixed(seed, EPOCHS, epoch);
    }

    /** For the tokens of one pair in an epoch. */
    static long ofPair(long seed, int epoch, int index) {
        return mixed(ofEpoch(seed, epoch), PAIRS, index);
    }

    /** For the wording of one pair in an epoch. */
    static long ofVariation(long seed, int epoch, int index) {
        return mixed(ofPair(seed, epoch, index), WORKERS, 1);
    }

    /** For the dropout of an update; the seeds up to the next update's belong to its workers. */
    public static long ofUpdate(long seed, int epoch, long update) {
        return mixed(ofEpoch(seed, epoch), EPOCHS, update * WORKERS);
    }

    private static long mixed(long seed, long factor, long place) {
        return seed * factor + place;
    }
}
