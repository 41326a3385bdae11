package io.lingoduct.training.compare;

import io.lingoduct.training.batch.Batch;
import io.lingoduct.training.network.Attention;
import io.lingoduct.training.network.Cell;
import io.lingoduct.training.network.NetworkConfig;
import io.lingoduct.training.network.NetworkConfig.StartState;
import io.lingoduct.training.network.NetworkConfig.TiedEmbeddings;
import io.lingoduct.training.network.Seq2Seq;
import io.lingoduct.training.network.Tensors;
import java.util.Random;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Adam;
import org.bytedeco.pytorch.AdamOptions;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.global.torch;

/**
 * Trains a small network on a {@link CopyTask}. There is no attention, the encoder reads in one direction and the decoder
 * starts from its last state: whatever is said has gone through the recurrence over the whole gap.
 *
 * @param embedding width of an embedding
 * @param hidden units of encoder and decoder
 * @param updates optimiser steps
 * @param batch sources per update
 * @param rate Adam's, the same for all updates
 * @param clipNorm gradients are scaled down to this norm
 * @param tests fresh sources that the accuracy is measured on
 */
public record CopyTraining(
        int embedding, int hidden, int updates, int batch, double rate, double clipNorm, int tests, long seed) {

    /** Shares of symbols, and of whole sequences, that were said right. */
    public record Accuracy(double symbols, double sequences) {}

    /** The untrained network for a task: the same for the same seed. */
    public Seq2Seq network(Cell cell, CopyTask task) {
        torch.set_num_threads(1);
        torch.manual_seed(seed);
        return new Seq2Seq(NetworkConfig.builder()
                .cell(cell)
                .vocabularies(task.vocabulary(), task.vocabulary())
                .embedding(embedding)
                .encoder(1, hidden, false)
                .decoder(1, hidden)
                .attention(Attention.NONE)
                .startState(StartState.LAST)
                .tiedEmbeddings(TiedEmbeddings.NONE)
                .build());
    }

    /**
     * Trains on sources that are drawn anew for every update. Each update's gap is drawn too, from none to the task's: with
     * the full gap alone, there is nothing that shorter ones have taught to start from.
     */
    public void train(Seq2Seq network, CopyTask task) {
        var random = new Random(seed);
        network.train(true);
        try (var run = new PointerScope()) {
            var parameters = network.parameters();
            var optimizer = new Adam(parameters, new AdamOptions(rate));
            for (int i = 0; i < updates; i++) {
                try (var scope = new PointerScope()) {
                    var drawn = Batch.of(
                            task.withGap(random.nextInt(task.gap() + 1)).draw(batch, random));
                    optimizer.zero_grad();
                    var expected = Tensors.of(drawn.targetOutput(), drawn.targetOutput().length);
                    torch.cross_entropy(network.logits(drawn), expected).backward();
                    torch.clip_grad_norm_(parameters, clipNorm);
                    optimizer.step();
                }
            }
        }
    }

    /**
     * Accuracy on sources that were not trained on. The symbols before are given, which says nothing of the next one: they
     * are independent.
     */
    public Accuracy measure(Seq2Seq network, CopyTask task) {
        var drawn = Batch.of(task.draw(tests, new Random(~seed)));
        network.eval();
        try (var scope = new PointerScope();
                var noGradient = new NoGradGuard()) {
            var said = network.logits(drawn).argmax(new LongOptional(1), false);
            return accuracy(Tensors.longs(said), drawn.targetOutput(), drawn.targetWidth());
        }
    }

    /**
     * @param said [N, width] row by row, each row ended by end-of-sentence, which does not count
     * @param expected as {@code said}
     */
    static Accuracy accuracy(long[] said, long[] expected, int width) {
        int symbols = width - 1;
        int rows = expected.length / width;
        int rightSymbols = 0;
        int rightRows = 0;
        for (int row = 0; row < rows; row++) {
            int right = 0;
            for (int i = 0; i < symbols; i++) {
                right += said[row * width + i] == expected[row * width + i] ? 1 : 0;
            }
            rightSymbols += right;
            rightRows += right == symbols ? 1 : 0;
        }
        return new Accuracy((double) rightSymbols / (rows * symbols), (double) rightRows / rows);
    }
}
