package io.lingoduct.training.loop;

import io.lingoduct.training.network.Seq2Seq;
import java.io.IOException;

/**
 * Is told how a run goes, on the thread that trains. After {@link #resumed} and {@link #rolledBack} updates come again that
 * may have been told before: the later telling holds.
 */
public interface TrainingListener {

    /**
     * Sums up the updates since the event before it.
     *
     * @param update the last of them, counted from 1
     * @param loss mean per target token, label-smoothed
     * @param learningRate of the last of them
     * @param gradientNorm mean, before clipping
     * @param tokensPerSecond target tokens
     * @param seconds of the run so far, validation included
     */
    record Updates(
            long update,
            int epoch,
            double loss,
            double learningRate,
            double gradientNorm,
            double tokensPerSecond,
            double seconds) {}

    /**
     * A validation: after an epoch, or in the middle of one where the configuration says so.
     *
     * @param trainLoss mean per target token since the epoch began, label-smoothed
     * @param tokensPerSecond target tokens since the epoch began
     * @param best whether no validation before was better
     */
    record Validated(
            int epoch,
            long update,
            double trainLoss,
            Validation.Scores scores,
            double tokensPerSecond,
            double seconds,
            boolean best) {}

    /**
     * @param update the one that came apart
     * @param to update of the checkpoint that the run goes on from
     * @param rateFactor what the schedule's rate is multiplied by from there on
     */
    record RolledBack(long update, long to, String reason, double rateFactor) {}

    default void updated(Updates event) throws IOException {}

    /** @param network the one validated, of averaged weights where there are any; to be left as it is */
    default void validated(Validated event, Seq2Seq network) throws IOException {}

    /** Anything else that a reader of the log should know. */
    default void noted(long update, String text) throws IOException {}

    /** @param update the last one done before the run was stopped */
    default void resumed(long update) throws IOException {}

    default void rolledBack(RolledBack event) throws IOException {}
}
