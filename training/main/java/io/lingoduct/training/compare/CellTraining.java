package io.lingoduct.training.compare;

import io.lingoduct.training.batch.EncodedPair;
import io.lingoduct.training.config.RunConfig;
import io.lingoduct.training.network.Seq2Seq;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Trains one model in full: the way from a configuration to a bundle. */
@FunctionalInterface
public interface CellTraining {

    /**
     * What came of it.
     *
     * @param network with the weights that the bundle has
     * @param dev the dev set as token ids
     * @param seconds training took, validation included
     * @param tokensPerSecond target tokens trained on, validation not counted
     */
    record Trained(
            Seq2Seq network, List<EncodedPair> dev, int epochs, long updates, double seconds, double tokensPerSecond) {}

    /**
     * @param runFolder where the run leaves its checkpoints, and goes on from those of an earlier call
     * @param bundle where the bundle is put
     * @return empty if the user stopped the run
     */
    Optional<Trained> train(RunConfig config, Path runFolder, Path bundle) throws IOException;
}
