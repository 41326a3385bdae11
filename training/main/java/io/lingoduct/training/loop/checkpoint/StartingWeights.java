package io.lingoduct.training.loop.checkpoint;

import io.lingoduct.training.files.UnusableFileException;
import io.lingoduct.training.loop.optimizer.FlatMemory;
import io.lingoduct.training.network.Seq2Seq;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;

/**
 * The best weights of a run, as those that another run starts from.
 *
 * @param file that holds them
 * @param epoch of that run which they were measured in
 * @param bleu on that run's dev set
 */
public record StartingWeights(Path file, int epoch, double bleu) {

    /**
     * Finds them in a run's folder.
     *
     * @throws UnusableFileException if there are none
     */
    public static StartingWeights of(Path runFolder) throws IOException {
        var store = new CheckpointStore(runFolder);
        var kept = store.latest()
                .flatMap(checkpoint ->
                        checkpoint.progress().dev().best().stream().findFirst())
                .orElseThrow(() -> new UnusableFileException(
                        runFolder, "holds no weights that were measured on a dev set; a run has them after an epoch"));
        return new StartingWeights(store.best(kept.update()), kept.epoch(), kept.bleu());
    }

    /**
     * Gives them to a network of the same shape.
     *
     * @throws UnusableFileException if the file is damaged
     */
    public void copyInto(Seq2Seq network) {
        try (var scope = new PointerScope()) {
            Checkpoint.readArchive(file, Map.of("values", FlatMemory.ofParameters(network)));
        }
    }
}
