package io.lingoduct.training.loop.settings;

/**
 * Settings of a training run.
 *
 * @param batchTokens target tokens per update, padding included
 * @param running settings that the weights do not depend on
 */
public record TrainingConfig(
        long seed,
        int epochs,
        int batchTokens,
        double labelSmoothing,
        Precision precision,
        Optimization optimization,
        Schedule schedule,
        Averaging averaging,
        Selection selection,
        Stopping stopping,
        Divergence divergence,
        Running running) {

    /** Optimiser, by the way in which weight decay acts. */
    public enum Optimizer {
        /** Added to the gradient (Kingma and Ba, 2015). */
        ADAM,
        /** Apart from the gradient (Loshchilov and Hutter, 2019). */
        ADAMW
    }

    /** @param clipNorm gradients are scaled down to this global norm */
    public record Optimization(
            Optimizer optimizer, double beta1, double beta2, double epsilon, double weightDecay, double clipNorm) {}

    /** Course of the rate after the warm-up. */
    public enum Shape {
        /** Falls in a line to a twentieth of the peak at the last update. */
        LINEAR,
        /** Falls as 1/√update. */
        INVERSE_SQUARE_ROOT,
        /** Falls by a factor whenever the dev set shows no progress. */
        PLATEAU,
        CONSTANT
    }

    /**
     * @param peak rate at the end of the warm-up
     * @param plateauPatience validations without progress until the rate falls; for {@link Shape#PLATEAU}, as the next two
     */
    public record Schedule(
            Shape shape,
            double peak,
            int warmupUpdates,
            DevMetric plateauMetric,
            int plateauPatience,
            double decayFactor) {}

    /** Weights that are validated and exported; training goes on with the raw ones. */
    public enum Average {
        NONE,
        /** An exponential moving average over the updates. */
        EMA,
        /** At the end, the mean of the best validated weights, if it is better than each of them. */
        CHECKPOINTS
    }

    /** @param emaDecay share of the moving average that stays at each update */
    public record Averaging(Average average, double emaDecay) {}

    /**
     * @param validateEveryUpdates updates between validations; 0: after each epoch
     * @param bestBy score by which the best weights are chosen
     * @param keepBest number of the best validated weights that are kept
     */
    public record Selection(int validateEveryUpdates, DevMetric bestBy, int keepBest) {}

    /** Score that has to stand still for a run to end early. */
    public enum EarlyStopping {
        NONE,
        BLEU,
        PERPLEXITY
    }

    /** @param patience validations without progress until the run ends */
    public record Stopping(EarlyStopping on, int patience) {}

    /**
     * @param factor of the best window's loss that a window's loss may reach
     * @param maxRollbacks times that a run may go back to its last good checkpoint
     */
    public record Divergence(double factor, int maxRollbacks) {}

    /**
     * Settings that the weights do not depend on, or no more than a machine's arithmetic does: a stopped run may go on with
     * other ones.
     *
     * @param threads workers that share each batch on the CPU; dropout differs with their number
     * @param device such as {@code auto}; see {@link DeviceChoice}
     * @param checkpointEveryUpdates updates between checkpoints; each validation writes one too
     * @param logEveryUpdates updates that one event of the log sums up
     */
    public record Running(int threads, String device, int checkpointEveryUpdates, int logEveryUpdates) {

        /** Stands for any, to compare the rest. */
        public static final Running ANY = new Running(1, "auto", 1, 1);
    }

    public TrainingConfig with(Running other) {
        return new TrainingConfig(
                seed,
                epochs,
                batchTokens,
                labelSmoothing,
                precision,
                optimization,
                schedule,
                averaging,
                selection,
                stopping,
                divergence,
                other);
    }
}
