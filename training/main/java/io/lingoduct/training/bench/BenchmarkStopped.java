package io.lingoduct.training.bench;

/** The user has ended the benchmark; there are no figures. */
public final class BenchmarkStopped extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BenchmarkStopped() {
        super("stopped");
    }
}
