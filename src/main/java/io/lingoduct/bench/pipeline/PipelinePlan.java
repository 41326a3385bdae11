package io.lingoduct.bench.pipeline;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * Plan of a {@link PipelineBenchmark}.
 *
 * @param model folder of the bundle
 * @param texts of the messages, which take them in turn; at least one, none of them blank
 * @param messages of each measurement of throughput; null takes as many as the bare engine translates in {@link #atLeast}
 * @param atLeast how long a measurement of throughput or latency should go on
 * @param rounds how often the bare engine and the plain pipeline have their turn; medians count
 * @param steps numbers of partitions, stream threads and instances, ascending
 * @param instance its {@code main} serves with the arguments {@code --config FILE}, and ends when standard input does
 */
public record PipelinePlan(
        Path model,
        List<String> texts,
        Integer messages,
        Duration atLeast,
        int rounds,
        List<Integer> steps,
        Class<?> instance) {

    private static final Duration WHOLE = Duration.ofSeconds(15);
    private static final Duration QUICK = Duration.ofSeconds(2);
    private static final int ROUNDS = 3;

    public PipelinePlan {
        texts = List.copyOf(texts);
        steps = List.copyOf(steps);
        if (texts.isEmpty()) {
            throw new IllegalArgumentException("there is no text to translate");
        }
    }

    /** @param quick a first impression in about a minute */
    public static PipelinePlan of(Path model, List<String> texts, Integer messages, boolean quick, Class<?> instance) {
        return quick
                ? new PipelinePlan(model, texts, messages, QUICK, 1, List.of(1, 2), instance)
                : new PipelinePlan(model, texts, messages, WHOLE, ROUNDS, List.of(1, 2, 4), instance);
    }

    /** Partitions of every setup that is not about partitions: enough for all threads and instances. */
    int partitions() {
        return Collections.max(steps);
    }

    /** The setups that show how it scales: what varies goes through the steps, all else stays. None is the plain one. */
    List<Setup> scaling() {
        var setups = new LinkedHashSet<Setup>();
        for (int partitions : steps) {
            setups.add(Setup.plain(Setup.EXACTLY_ONCE, partitions));
        }
        for (int threads : steps) {
            setups.add(new Setup(Setup.EXACTLY_ONCE, partitions(), threads, 1, null));
        }
        // With one engine thread each: by itself, one instance would keep every processor busy already.
        for (int instances : steps) {
            setups.add(new Setup(Setup.EXACTLY_ONCE, partitions(), 1, instances, 1));
        }
        setups.remove(Setup.plain(Setup.EXACTLY_ONCE, partitions()));
        return new ArrayList<>(setups);
    }
}
