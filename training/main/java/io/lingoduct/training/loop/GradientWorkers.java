package io.lingoduct.training.loop;

import io.lingoduct.training.batch.Batch;
import io.lingoduct.training.batch.EncodedPair;
import io.lingoduct.training.network.Seq2Seq;
import io.lingoduct.training.network.Tensors;
import io.lingoduct.training.vocabulary.VocabularyBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.CrossEntropyLossOptions;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.DeviceType;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.bytedeco.pytorch.kSum;

/**
 * Computes the gradient of a batch on several threads. Each thread has a network of its own whose parameters are the
 * master's very memory, takes a share of the rows, and keeps its own gradient; the gradients are then summed into the
 * master's in a fixed order. A recurrent step is a chain of small matrix products: splitting the batch keeps every core
 * busy where splitting each product does not.
 */
final class GradientWorkers implements AutoCloseable {

    private final List<Seq2Seq> networks = new ArrayList<>();
    private final List<TensorVector> parameters = new ArrayList<>();
    private final ExecutorService threads;
    private final Precision precision;
    private final double labelSmoothing;

    GradientWorkers(Seq2Seq master, int workers, Precision precision, double labelSmoothing) {
        this.precision = precision;
        this.labelSmoothing = labelSmoothing;
        networks.add(master);
        for (int i = 1; i < workers; i++) {
            var replica = new Seq2Seq(master.config());
            replica.shareParametersOf(master);
            networks.add(replica);
        }
        networks.forEach(network -> parameters.add(network.parameters()));
        threads = Executors.newFixedThreadPool(workers, task -> {
            var thread = new Thread(task, "gradient-worker");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Seeds the dropout of every worker; the same seed and batches give the same gradients. */
    void seed(long seed) {
        for (int i = 0; i < networks.size(); i++) {
            networks.get(i).seedDropout(seed + i);
        }
    }

    /**
     * Leaves the gradient of the mean loss per target token in the master's parameters.
     *
     * @return the label-smoothed loss summed over the batch's target tokens
     */
    double accumulate(List<EncodedPair> pairs) {
        parameters.forEach(GradientWorkers::clearGradients);
        var shares = Batch.deal(pairs, networks.size());
        int tokens = shares.stream().mapToInt(Batch::targetTokens).sum();
        var losses = new ArrayList<Future<Double>>();
        for (int i = 0; i < shares.size(); i++) {
            var network = networks.get(i);
            var share = shares.get(i);
            losses.add(threads.submit(() -> forwardAndBackward(network, share, tokens)));
        }
        double loss = 0;
        for (var future : losses) {
            loss += await(future);
        }
        for (int i = 1; i < shares.size(); i++) {
            addGradients(parameters.get(0), parameters.get(i));
        }
        return loss;
    }

    private double forwardAndBackward(Seq2Seq network, Batch batch, int tokens) {
        torch.set_num_threads(1);
        try (var scope = new PointerScope()) {
            autocast(true);
            var logits = network.logits(batch);
            autocast(false);
            var options = new CrossEntropyLossOptions();
            options.ignore_index().put(VocabularyBuilder.PAD);
            options.label_smoothing().put(labelSmoothing);
            options.reduction().put(new kSum());
            var expected = Tensors.of(batch.targetOutput(), batch.targetOutput().length);
            var loss = torch.cross_entropy(logits.to(ScalarType.Float), expected, options);
            loss.div(new Scalar((double) tokens)).backward();
            return loss.item_double();
        }
    }

    private void autocast(boolean on) {
        if (precision == Precision.BFLOAT16) {
            torch.set_autocast_dtype(DeviceType.CPU, ScalarType.BFloat16);
            torch.set_autocast_enabled(DeviceType.CPU, on);
            if (!on) {
                torch.clear_cache();
            }
        }
    }

    private static void clearGradients(TensorVector parameters) {
        try (var scope = new PointerScope()) {
            for (long i = 0; i < parameters.size(); i++) {
                var gradient = parameters.get(i).grad();
                if (gradient.defined()) {
                    gradient.zero_();
                }
            }
        }
    }

    private static void addGradients(TensorVector into, TensorVector from) {
        try (var scope = new PointerScope();
                var noGradient = new NoGradGuard()) {
            for (long i = 0; i < into.size(); i++) {
                into.get(i).grad().add_(from.get(i).grad());
            }
        }
    }

    private static double await(Future<Double> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "a training step failed: " + firstLine(e.getCause())
                            + "; a smaller training.batch-tokens needs less memory",
                    e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while training", e);
        }
    }

    private static String firstLine(Throwable cause) {
        return String.valueOf(cause.getMessage()).strip().lines().findFirst().orElse("");
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
