package io.lingoduct.training.bench;

import io.lingoduct.bench.BenchmarkStopped;
import io.lingoduct.bench.peak.BurstTimer;
import io.lingoduct.training.network.NetworkConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.global.torch;

/** Peak speed of libtorch's float32 matrix products here, each thread with products of its own as gradient workers have. */
final class GemmPeak implements AutoCloseable {

    private static final double BURST_FLOPS = 4e9;
    private static final int BURSTS = 4;

    private final ExecutorService threads;
    private final int count;

    GemmPeak(int count) {
        this.count = count;
        this.threads = Executors.newFixedThreadPool(count, task -> {
            var thread = new Thread(task, "gemm");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** A product of [m, k] and [k, n]. */
    record Shape(String name, int m, int k, int n) {

        double flops() {
            return 2.0 * m * k * n;
        }
    }

    /** A square, and the products that take most of a step of the network with so many tokens and rows. */
    static List<Shape> shapes(NetworkConfig config, int batchTokens, int rows) {
        int size = config.decoderHidden();
        int gates = config.cell().gates() * size;
        return List.of(
                new Shape("square", 1024, 1024, 1024),
                new Shape("output", batchTokens, config.readout(), config.targetVocabulary()),
                new Shape("input gates", batchTokens, config.embedding(), gates),
                new Shape("recurrent", rows, size, gates));
    }

    /** @return the best burst's rate of one thread while all of them run, in GFLOP per second of processor time */
    double measure(Shape shape) {
        double best = 0;
        for (int i = 0; i < BURSTS; i++) {
            best = Math.max(best, burst(shape));
        }
        return best;
    }

    private double burst(Shape shape) {
        var ready = new CountDownLatch(count);
        var rates = new ArrayList<Future<Double>>();
        for (int i = 0; i < count; i++) {
            rates.add(threads.submit(() -> multiply(shape, ready)));
        }
        double sum = 0;
        for (var rate : rates) {
            sum += await(rate);
        }
        return sum / count;
    }

    private static double multiply(Shape shape, CountDownLatch ready) throws InterruptedException {
        torch.set_num_threads(1);
        try (var scope = new PointerScope();
                var noGradient = new NoGradGuard()) {
            var a = torch.rand(shape.m(), shape.k());
            var b = torch.rand(shape.k(), shape.n());
            var product = torch.empty(shape.m(), shape.n());
            torch.mm_out(product, a, b);
            ready.countDown();
            ready.await();
            int repeats = (int) Math.max(1, Math.round(BURST_FLOPS / shape.flops()));
            return BurstTimer.ofCallingThread().rate(repeats, shape.flops(), () -> torch.mm_out(product, a, b));
        }
    }

    private static double await(Future<Double> rate) {
        try {
            return rate.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a matrix product failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkStopped();
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
