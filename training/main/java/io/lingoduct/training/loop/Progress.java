package io.lingoduct.training.loop;

/**
 * How far a run has come; part of every checkpoint.
 *
 * @param epoch epochs completed
 * @param updates optimiser steps taken
 * @param seconds time spent training, validation included
 * @param bestEpoch epoch with the highest BLEU on the dev set; 0 before the first validation
 */
record Progress(int epoch, long updates, double seconds, int bestEpoch, double bestBleu) {

    static final Progress START = new Progress(0, 0, 0, 0, -1);

    Progress after(Validation.Scores scores, long updatesNow, double secondsNow) {
        // Of two equals the later one has the lower rate behind it.
        boolean better = scores.bleu() >= bestBleu;
        return new Progress(
                epoch + 1, updatesNow, secondsNow, better ? epoch + 1 : bestEpoch, better ? scores.bleu() : bestBleu);
    }
}
