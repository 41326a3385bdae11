package io.lingoduct.training.loop.validation;

/**
 * Validations since a quality last improved.
 *
 * @param best highest so far
 * @param sinceBest validations since then
 */
record Streak(double best, int sinceBest) {

    static final Streak START = new Streak(-Double.MAX_VALUE, 0);

    /** @param quality the higher the better; one that is not finite is no improvement */
    Streak after(double quality) {
        boolean better = Double.isFinite(quality) && quality > best;
        return better ? new Streak(quality, 0) : new Streak(best, sinceBest + 1);
    }
}
