package io.lingoduct.training.loop.optimizer;

import io.lingoduct.training.batch.Batch;
import io.lingoduct.training.batch.EncodedPair;
import io.lingoduct.training.loop.settings.Precision;
import io.lingoduct.training.network.Seq2Seq;
import io.lingoduct.training.network.Tensors;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.CrossEntropyLossOptions;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.bytedeco.pytorch.kSum;

/**
 * Gradient of a batch, computed on several threads.
 *
 * <p>A recurrent step is a chain of small matrix products. Splitting each product among the cores, as libtorch would, leaves
 * them waiting for each other; splitting the batch does not. So each thread has a network of its own, takes a share of the
 * rows forward and backward, and adds up a gradient of its own. The gradients are then summed into the master's in the order
 * of the threads, whichever was done first: the same seed and the same number of threads give the same weights, bit by bit.
 *
 * <p>The replicas' parameters are the master's very memory, so weights are held once and an update reaches all networks
 * without a copy. Passes that treat every value alike (summing, clipping, the optimiser, the moving average) run on the same
 * threads over pieces of the {@link FlatMemory}, small enough that a piece stays in a core's cache from pass to pass.
 *
 * <p>The cost: a gradient of all weights for each thread, so that memory grows with threads times weights, and one pass over
 * all gradients to sum them. Dropout differs with the number of threads, and so do the last digits of a sum.
 *
 * <p>Owner of that memory: replicas and gradients go with {@link #close}. The master keeps its weights, and loses its gradient.
 */
public final class GradientWorkers implements AutoCloseable {

    private final List<Seq2Seq> networks = new ArrayList<>();
    private final List<Tensor> gradients = new ArrayList<>();
    private final Tensor values;
    private final List<FlatPiece> spans;
    private final ExecutorService threads;
    private final Precision precision;
    private final double labelSmoothing;
    private final PointerScope memory;

    /** @param workers one, if the network is on a GPU */
    public GradientWorkers(Seq2Seq master, int workers, Precision precision, double labelSmoothing) {
        this.precision = precision;
        this.labelSmoothing = labelSmoothing;
        networks.add(master);
        try (var scope = new PointerScope()) {
            values = FlatMemory.ofParameters(master);
            for (int i = 1; i < workers; i++) {
                var replica = new Seq2Seq(master.config());
                replica.moveTo(master.device());
                FlatMemory.share(replica, values);
                networks.add(replica);
            }
            networks.forEach(network -> gradients.add(FlatMemory.ofGradients(network)));
            memory = scope.extend();
        }
        spans = FlatPiece.split(values.numel(), workers);
        threads = Executors.newFixedThreadPool(workers, task -> {
            var thread = new Thread(task, "gradient-worker");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** The master's parameters [N]. */
    public Tensor values() {
        return values;
    }

    /** The master's gradient [N]. */
    Tensor gradient() {
        return gradients.get(0);
    }

    /** Seeds the dropout of every worker; the same seed and batches give the same gradients. */
    void seed(long seed) {
        for (int i = 0; i < networks.size(); i++) {
            networks.get(i).seedDropout(seed + i);
        }
    }

    /**
     * Adds the gradient of the mean loss per target token to the master's.
     *
     * @return the label-smoothed loss summed over the batch's target tokens
     */
    double accumulate(List<EncodedPair> pairs) {
        var shares = Batch.deal(pairs, networks.size());
        int tokens = shares.stream().mapToInt(Batch::targetTokens).sum();
        var losses = new ArrayList<Callable<Double>>();
        for (int i = 0; i < shares.size(); i++) {
            var network = networks.get(i);
            var share = shares.get(i);
            losses.add(() -> forwardAndBackward(network, share, tokens));
        }
        double loss = sum(losses);
        onEachPiece(piece -> addReplicas(piece, shares.size()));
        return loss;
    }

    /** Global norm of the master's gradient. */
    double gradientNorm() {
        return Math.sqrt(sumOverPieces(piece -> {
            var part = piece.of(gradient());
            return part.dot(part).item_double();
        }));
    }

    /** Runs a task for every piece of the flat memory, on all threads, with gradients off. */
    void onEachPiece(Consumer<FlatPiece> task) {
        sumOverPieces(piece -> {
            task.accept(piece);
            return 0;
        });
    }

    private double sumOverPieces(ToDoubleFunction<FlatPiece> task) {
        return sum(spans.stream()
                .<Callable<Double>>map(span -> () -> overPieces(span, task))
                .toList());
    }

    private double overPieces(FlatPiece span, ToDoubleFunction<FlatPiece> task) {
        torch.set_num_threads(1);
        double sum = 0;
        try (var noGradient = new NoGradGuard()) {
            for (var piece : span.pieces(values)) {
                try (var scope = new PointerScope()) {
                    sum += task.applyAsDouble(piece);
                }
            }
        }
        return sum;
    }

    private void addReplicas(FlatPiece piece, int used) {
        for (int i = 1; i < used; i++) {
            var replica = piece.of(gradients.get(i));
            piece.of(gradient()).add_(replica);
            replica.zero_();
        }
    }

    private double forwardAndBackward(Seq2Seq network, Batch batch, int tokens) {
        torch.set_num_threads(1);
        try (var scope = new PointerScope()) {
            network.collectSteps();
            autocast(network, true);
            var places = batch.targetPlaces();
            var positions = Tensors.of(places, places.length);
            var logits = network.logits(batch, positions);
            autocast(network, false);
            var options = new CrossEntropyLossOptions();
            options.label_smoothing().put(labelSmoothing);
            options.reduction().put(new kSum());
            var expected = Tensors.of(batch.targetOutput(), batch.targetOutput().length)
                    .index_select(0, positions)
                    .to(network.device(), ScalarType.Long);
            var loss = torch.cross_entropy(logits.to(ScalarType.Float), expected, options);
            loss.div(new Scalar((double) tokens)).backward();
            network.learnSteps();
            return loss.item_double();
        }
    }

    private void autocast(Seq2Seq network, boolean on) {
        if (precision == Precision.BFLOAT16) {
            var type = network.device().type();
            torch.set_autocast_dtype(type, ScalarType.BFloat16);
            torch.set_autocast_enabled(type, on);
            if (!on) {
                torch.clear_cache();
            }
        }
    }

    private double sum(List<Callable<Double>> tasks) {
        var running = new ArrayList<Future<Double>>();
        tasks.forEach(task -> running.add(threads.submit(task)));
        double sum = 0;
        for (var future : running) {
            sum += await(future);
        }
        return sum;
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
        awaitThreads();
        networks.get(0).zero_grad(true);
        memory.close();
    }

    /** A thread that still computes must not lose the memory it computes with. */
    private void awaitThreads() {
        boolean interrupted = false;
        boolean over = false;
        while (!over) {
            try {
                over = threads.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
