package io.lingoduct.translate;

import io.lingoduct.engine.EngineOptions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;

/** Lines of about the same length in batches, so that little of a batch is padding. */
public final class LineBatches {

    private LineBatches() {}

    /**
     * @param tokens length of a line
     * @param options how large a batch may be
     * @return every line once, from the shortest to the longest
     */
    public static <T> List<List<T>> of(List<T> lines, ToIntFunction<T> tokens, EngineOptions options) {
        var sorted = lines.stream().sorted(Comparator.comparingInt(tokens)).toList();
        var batches = new ArrayList<List<T>>();
        var batch = new ArrayList<T>();
        for (var line : sorted) {
            boolean fits = (long) (batch.size() + 1) * tokens.applyAsInt(line) <= options.sourceTokensPerBatch();
            if (!batch.isEmpty() && (!fits || batch.size() == options.maxBatchSegments())) {
                batches.add(List.copyOf(batch));
                batch.clear();
            }
            batch.add(line);
        }
        if (!batch.isEmpty()) {
            batches.add(List.copyOf(batch));
        }
        return batches;
    }
}
