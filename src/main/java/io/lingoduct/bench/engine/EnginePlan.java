package io.lingoduct.bench.engine;

import io.lingoduct.bench.Sentences;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Plan of an {@link EngineBenchmark}.
 *
 * @param model folder of the bundle
 * @param sentences to translate, none of them empty
 * @param rounds how often each variant has its turn; medians count
 * @param whole whether slow variants translate every sentence, too, and not a sample of them
 */
public record EnginePlan(Path model, List<String> sentences, int rounds, boolean whole) {

    private static final int MADE_UP = 1_024;
    private static final int MADE_UP_QUICK = 256;
    private static final int MOST = 2_000;
    private static final long SEED = 1;

    /** Of those that translate one sentence at a time, and of those with a beam. */
    private static final int SINGLE_STRIDE = 8;

    private static final int BEAM_STRIDE = 4;

    /** Sentences that are made up: like everyday ones in length and variety. */
    public static List<String> madeUp(boolean quick) {
        return new Sentences(SEED).make(quick ? MADE_UP_QUICK : MADE_UP);
    }

    /** Some of the lines, spread over all of them, if there are very many; no empty ones. */
    public static List<String> some(List<String> lines) {
        var filled = lines.stream().filter(line -> !line.isBlank()).toList();
        int size = Math.min(MOST, filled.size());
        return IntStream.range(0, size)
                .mapToObj(i -> filled.get((int) ((long) i * filled.size() / size)))
                .toList();
    }

    /** A variant translates one of so many sentences, so that slow ones take no more time than others. */
    int stride(Variant variant) {
        if (whole) {
            return 1;
        }
        return variant.use().batch() == 1 ? SINGLE_STRIDE : variant.use().beam() > 1 ? BEAM_STRIDE : 1;
    }
}
