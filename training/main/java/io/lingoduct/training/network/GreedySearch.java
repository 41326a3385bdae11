package io.lingoduct.training.network;

import io.lingoduct.training.vocabulary.VocabularyBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * Greedy translation with the network itself, for validation and as the yardstick of the exported graph: the same length
 * limit per row, the same forbidden ids (padding, begin-of-sentence and unknown are never produced).
 */
public final class GreedySearch {

    private static final int ROWS = 64;

    private final Seq2Seq network;
    private final SearchLimits limits;

    public GreedySearch(Seq2Seq network, SearchLimits limits) {
        this.network = network;
        this.limits = limits;
    }

    /**
     * Translates in evaluation mode and leaves the network in the mode it was in.
     *
     * @param sources token ids, each ended by end-of-sentence
     * @return token ids without end-of-sentence, in the order of the sources
     */
    public List<long[]> translate(List<long[]> sources) {
        return network.evaluating(() -> translateAll(sources));
    }

    private List<long[]> translateAll(List<long[]> sources) {
        var results = new ArrayList<long[]>(Collections.nCopies(sources.size(), null));
        var byLength = IntStream.range(0, sources.size())
                .boxed()
                .sorted(Comparator.comparingInt(i -> sources.get(i).length))
                .toList();
        for (int start = 0; start < byLength.size(); start += ROWS) {
            var batch = byLength.subList(start, Math.min(byLength.size(), start + ROWS));
            var translated = translateBatch(batch.stream().map(sources::get).toList());
            for (int i = 0; i < batch.size(); i++) {
                results.set(batch.get(i), translated.get(i));
            }
        }
        return results;
    }

    private List<long[]> translateBatch(List<long[]> sources) {
        int rows = sources.size();
        int width = sources.stream().mapToInt(s -> s.length).max().orElseThrow();
        var ids = new long[rows * width];
        var lengths = new long[rows];
        for (int row = 0; row < rows; row++) {
            System.arraycopy(sources.get(row), 0, ids, row * width, sources.get(row).length);
            lengths[row] = sources.get(row).length;
        }
        var outputs = new long[rows][limits.maxTargetTokens()];
        var produced = new int[rows];
        var done = new boolean[rows];
        try (var scope = new PointerScope();
                var noGradient = new NoGradGuard()) {
            var encoded = network.encode(ids, lengths, rows, width);
            var state = encoded.start();
            var forbidden = forbidden();
            var next = new long[rows];
            Arrays.fill(next, VocabularyBuilder.BOS);
            for (int step = 0; step < limits.maxTargetTokens() && !allTrue(done); step++) {
                var said = best(next, encoded, state, forbidden, scope);
                next = said.tokens();
                state = said.state();
                for (int row = 0; row < rows; row++) {
                    if (!done[row]) {
                        if (next[row] != VocabularyBuilder.EOS) {
                            outputs[row][produced[row]++] = next[row];
                        }
                        done[row] = next[row] == VocabularyBuilder.EOS || step + 1 >= limits.forSource(lengths[row]);
                    }
                }
            }
        }
        return IntStream.range(0, rows)
                .mapToObj(row -> Arrays.copyOf(outputs[row], produced[row]))
                .toList();
    }

    private record Best(long[] tokens, Decoder.State state) {}

    /** One step; all that it allocates is freed at once, but for the new state. */
    private Best best(long[] last, Seq2Seq.Encoded encoded, Decoder.State state, Tensor forbidden, PointerScope outer) {
        try (var scope = new PointerScope()) {
            var step = network.step(Tensors.of(last, last.length), encoded, state);
            var tokens = step.logits().add(forbidden).argmax(new LongOptional(1), false);
            var kept = step.state().map(tensor -> {
                var handle = new Tensor(tensor);
                outer.attach(handle);
                scope.detach(handle);
                return handle;
            });
            return new Best(Tensors.longs(tokens), kept);
        }
    }

    private Tensor forbidden() {
        var mask = torch.zeros(network.config().targetVocabulary());
        for (long id : SearchLimits.FORBIDDEN) {
            mask.select(0, id).fill_(new Scalar(Seq2Seq.IMPOSSIBLE));
        }
        return mask.to(network.device(), ScalarType.Float);
    }

    private static boolean allTrue(boolean[] values) {
        for (boolean value : values) {
            if (!value) {
                return false;
            }
        }
        return true;
    }
}
