package io.lingoduct.bench;

/** The user has ended the benchmark; there are no figures. */
public final class BenchmarkStopped extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BenchmarkStopped() {
        super("stopped");
    }
}
