package io.lingoduct.training.loop;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.lingoduct.training.batch.EncodedPair;
import io.lingoduct.training.batch.EpochPlan;
import io.lingoduct.training.network.Seq2Seq;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Adam;
import org.bytedeco.pytorch.AdamOptions;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * Trains a network with Adam over a number of epochs. After each epoch it is measured on the dev set and a checkpoint is
 * written; a run that is started again goes on from its last checkpoint, with the same data order and, on
 * as many threads, the same dropout as if it had never stopped.
 */
public final class Trainer {

    private static final int MAX_SKIPPED = 10;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Seq2Seq network;
    private final TrainingConfig config;
    private final List<EncodedPair> pairs;
    private final Path runFolder;
    private final ProgressDisplay display;
    private final TensorVector parameters;
    private final Adam optimizer;
    private int skippedInARow;

    public Trainer(
            Seq2Seq network, TrainingConfig config, List<EncodedPair> pairs, Path runFolder, ProgressDisplay display) {
        this.network = network;
        this.config = config;
        this.pairs = pairs;
        this.runFolder = runFolder;
        this.display = display;
        this.parameters = network.parameters();
        this.optimizer = new Adam(parameters, new AdamOptions(config.learningRate()));
    }

    /** Measures the network after an epoch; the epoch with the highest BLEU is kept. */
    @FunctionalInterface
    public interface Measurement {
        Validation.Scores of(Seq2Seq network);
    }

    /** What came of a run: the network holds the weights of the best epoch. */
    public record Outcome(int epochs, long updates, double seconds, int bestEpoch, double bestBleu) {}

    /**
     * Trains from the run folder's last checkpoint, or from the start where there is none.
     *
     * @throws IllegalStateException if training diverges
     */
    public Outcome train(Measurement measurement) throws IOException {
        Files.createDirectories(runFolder);
        var progress = resume();
        long updatesPerEpoch = plan(0).size();
        var schedule =
                new LearningRate(config.learningRate(), config.warmupUpdates(), updatesPerEpoch * config.epochs());
        try (var workers =
                new GradientWorkers(network, config.threads(), config.precision(), config.labelSmoothing())) {
            while (progress.epoch() < config.epochs()) {
                progress = trainEpoch(progress, schedule, workers, measurement);
            }
        }
        Checkpoint.ofEpoch(runFolder, progress.bestEpoch()).orElseThrow().loadNetwork(network);
        return new Outcome(
                progress.epoch(), progress.updates(), progress.seconds(), progress.bestEpoch(), progress.bestBleu());
    }

    private Progress resume() throws IOException {
        var checkpoint = Checkpoint.latest(runFolder);
        if (checkpoint.isEmpty()) {
            return Progress.START;
        }
        var progress = checkpoint.get().progress();
        checkpoint.get().loadNetwork(network);
        checkpoint.get().loadOptimizer(optimizer);
        display.say("Resuming after epoch %d of %d".formatted(progress.epoch(), config.epochs()));
        return progress;
    }

    private List<List<EncodedPair>> plan(int epoch) {
        return EpochPlan.of(pairs, config.batchTokens(), config.seed(), epoch);
    }

    private Progress trainEpoch(
            Progress before, LearningRate schedule, GradientWorkers workers, Measurement measurement)
            throws IOException {
        int epoch = before.epoch() + 1;
        workers.seed(config.seed() * 1_000_003L + epoch * 1_009L);
        network.train(true);
        var batches = plan(epoch);
        long started = System.nanoTime();
        double loss = 0;
        long tokens = 0;
        for (int i = 0; i < batches.size(); i++) {
            double rate = schedule.at(before.updates() + i + 1);
            loss += update(batches.get(i), rate, workers);
            tokens += tokens(batches.get(i));
            double seconds = secondsSince(started);
            double share = (i + 1.0) / batches.size();
            double epochsLeft = config.epochs() - epoch + 1 - share;
            display.update(
                    epoch, config.epochs(), share, loss / tokens, rate, tokens / seconds, epochsLeft * seconds / share);
        }
        double trainingSeconds = secondsSince(started);
        var scores = measurement.of(network);
        var after = before.after(scores, before.updates() + batches.size(), before.seconds() + secondsSince(started));
        Checkpoint.write(runFolder, after, network, optimizer);
        Checkpoint.prune(runFolder, after.bestEpoch());
        report(epoch, loss / tokens, tokens / trainingSeconds, scores, after);
        return after;
    }

    /** One optimiser step; returns the summed loss. */
    private double update(List<EncodedPair> batch, double rate, GradientWorkers workers) {
        double loss = workers.accumulate(batch);
        try (var scope = new PointerScope()) {
            double norm = torch.clip_grad_norm_(parameters, config.clipNorm());
            if (Double.isFinite(norm) && Double.isFinite(loss)) {
                optimizer.param_groups().get(0).options().set_lr(rate);
                optimizer.step();
                skippedInARow = 0;
                return loss;
            }
        }
        if (++skippedInARow >= MAX_SKIPPED) {
            throw new IllegalStateException("training diverges: the gradient was not finite for " + MAX_SKIPPED
                    + " updates in a row; lower training.learning-rate or raise training.warmup-updates");
        }
        return 0;
    }

    private void report(int epoch, double loss, double tokensPerSecond, Validation.Scores scores, Progress after)
            throws IOException {
        display.say(String.format(
                Locale.ROOT,
                "epoch %d/%d: loss %.3f, dev perplexity %.2f, dev BLEU %.2f%s (%,.0f target tokens/s, %s in all)",
                epoch,
                config.epochs(),
                loss,
                scores.perplexity(),
                scores.bleu(),
                after.bestEpoch() == epoch ? ", best so far" : "",
                tokensPerSecond,
                ProgressDisplay.duration(after.seconds())));
        var line = new LinkedHashMap<String, Object>();
        line.put("epoch", epoch);
        line.put("updates", after.updates());
        line.put("loss", loss);
        line.put("dev_perplexity", scores.perplexity());
        line.put("dev_bleu", scores.bleu());
        line.put("target_tokens_per_second", tokensPerSecond);
        line.put("seconds", after.seconds());
        Files.writeString(
                runFolder.resolve("metrics.jsonl"),
                JSON.writeValueAsString(line) + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    private static long tokens(List<EncodedPair> batch) {
        return batch.stream().mapToLong(pair -> pair.target().length + 1).sum();
    }

    private static double secondsSince(long nanoTime) {
        return (System.nanoTime() - nanoTime) / 1e9;
    }
}
