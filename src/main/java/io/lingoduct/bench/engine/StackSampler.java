package io.lingoduct.bench.engine;

import io.lingoduct.bench.BenchmarkStopped;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Sampler that looks once a millisecond at a thread's occupation. A thread that computes native code is seen there at once,
 * so the share of the looks is the share of the time, whatever else runs on the machine.
 */
final class StackSampler implements AutoCloseable {

    private static final long INTERVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
    private static final String RUNTIME = "ai.onnxruntime.OrtSession";
    private static final String TOKENIZERS = "ai.djl.huggingface.tokenizers.";

    /** Occupation of a translating thread. */
    enum Part {
        /** Within the graph. */
        RUN,
        /** Cutting a sentence into tokens, or putting one together. */
        TOKENIZING,
        /** All else: normalising, sorting, copying. */
        OTHER
    }

    private final Thread watched;
    private final Thread sampler;
    private final Map<Part, Integer> counts = new EnumMap<>(Part.class);
    private volatile boolean closed;

    private StackSampler(Thread watched) {
        this.watched = watched;
        this.sampler = new Thread(this::sample, "stack-sampler");
        sampler.setDaemon(true);
    }

    static StackSampler watching(Thread thread) {
        var sampler = new StackSampler(thread);
        sampler.sampler.start();
        return sampler;
    }

    private void sample() {
        while (!closed) {
            LockSupport.parkNanos(INTERVAL_NANOS);
            counts.merge(part(watched.getStackTrace()), 1, Integer::sum);
        }
    }

    static Part part(StackTraceElement[] stack) {
        if (Arrays.stream(stack).anyMatch(StackSampler::isRun)) {
            return Part.RUN;
        }
        return Arrays.stream(stack).anyMatch(frame -> frame.getClassName().startsWith(TOKENIZERS))
                ? Part.TOKENIZING
                : Part.OTHER;
    }

    private static boolean isRun(StackTraceElement frame) {
        return frame.isNativeMethod()
                && frame.getMethodName().equals("run")
                && frame.getClassName().equals(RUNTIME);
    }

    /** Number of looks in all; to be called after {@link #close()}. */
    int looks() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Share of the looks that found the thread there; to be called after {@link #close()}. */
    double share(Part part) {
        return counts.getOrDefault(part, 0) / (double) Math.max(1, looks());
    }

    @Override
    public void close() {
        closed = true;
        try {
            sampler.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkStopped();
        }
    }
}
