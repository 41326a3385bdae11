package io.lingoduct.training.bundle;

import ai.onnxruntime.OrtException;
import io.lingoduct.model.SearchOptions;
import io.lingoduct.model.graph.GraphCall;
import io.lingoduct.model.graph.OnnxGraph;
import io.lingoduct.training.network.SearchLimits;
import io.lingoduct.training.vocabulary.VocabularyBuilder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Compares what an exported graph says with what the network said that it was exported from, token for token. */
public final class ParityCheck {

    private static final int ROWS = 32;
    private static final double TOLERATED_SHARE = 0.005;

    private ParityCheck() {}

    /**
     * @param sentences how many were compared
     * @param equal how many were the same token for token
     */
    public record Result(int sentences, int equal) {

        /** Whether no more differ than rounding explains: it may decide between two equally good tokens here and there. */
        boolean isTolerable() {
            return sentences - equal <= Math.max(1, (int) (sentences * TOLERATED_SHARE));
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%d of %d sentences equal token for token (%.2f %%)",
                    equal,
                    sentences,
                    100.0 * equal / sentences);
        }
    }

    /** Counts the rows that are the same; both lists are of one length. */
    public static Result compare(List<long[]> actual, List<long[]> expected) {
        int equal = 0;
        for (int i = 0; i < expected.size(); i++) {
            if (Arrays.equals(actual.get(i), expected.get(i))) {
                equal++;
            }
        }
        return new Result(expected.size(), equal);
    }

    /** Runs a graph over the sources; token ids without end-of-sentence and padding. */
    public static List<long[]> translate(Path graph, SearchLimits limits, List<long[]> sources, SearchOptions search)
            throws OrtException {
        var results = new ArrayList<long[]>();
        try (var loaded = OnnxGraph.load(graph, search.beamSize())) {
            for (int start = 0; start < sources.size(); start += ROWS) {
                var batch = sources.subList(start, Math.min(sources.size(), start + ROWS));
                var call = GraphCall.search(batch, VocabularyBuilder.PAD, limits.maxTargetTokens(), search);
                var output = loaded.run(call);
                for (int row = 0; row < batch.size(); row++) {
                    int at = row * output.width();
                    results.add(spoken(Arrays.copyOfRange(output.targetIds(), at, at + output.width())));
                }
            }
        }
        return results;
    }

    private static long[] spoken(long[] row) {
        int length = 0;
        while (length < row.length && row[length] != VocabularyBuilder.EOS && row[length] != VocabularyBuilder.PAD) {
            length++;
        }
        return Arrays.copyOf(row, length);
    }
}
