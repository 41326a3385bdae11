package io.lingoduct.bench;

import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Watcher of a benchmark.
 *
 * @param progress is told what is being measured
 * @param stop says whether the user wants the benchmark to end
 */
public record Watch(Consumer<String> progress, BooleanSupplier stop) {

    public void say(String format, Object... values) {
        progress.accept(String.format(Locale.ROOT, format, values));
    }

    /** @throws BenchmarkStopped if the user wants the benchmark to end */
    public void check() {
        if (stop.getAsBoolean()) {
            throw new BenchmarkStopped();
        }
    }
}
