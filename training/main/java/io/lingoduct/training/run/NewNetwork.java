package io.lingoduct.training.run;

import io.lingoduct.config.ConfigException;
import io.lingoduct.config.ConfigFault;
import io.lingoduct.config.Key;
import io.lingoduct.training.config.RunConfig;
import io.lingoduct.training.loop.optimizer.PrecisionCheck;
import io.lingoduct.training.loop.settings.DeviceChoice;
import io.lingoduct.training.loop.settings.TrainingConfig;
import io.lingoduct.training.network.Seq2Seq;
import java.util.List;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.global.torch;

/** The network of a run before its first update: the same weights for the same seed, on the device that trains it. */
final class NewNetwork {

    private NewNetwork() {}

    /**
     * Finds the device that a configuration names.
     *
     * @throws ConfigException if it is not there
     */
    static Device device(TrainingConfig training) {
        var choice = training.running().device();
        try {
            return new DeviceChoice(choice).find();
        } catch (IllegalArgumentException e) {
            throw fault("training.device", choice, e);
        }
    }

    /** @throws ConfigException if the device cannot compute in the precision that the configuration names */
    static Seq2Seq of(RunConfig config, Vocabularies vocabularies, Device device) {
        torch.set_num_threads(1);
        torch.manual_seed(config.training().seed());
        var network = new Seq2Seq(config.network()
                .withVocabularies(
                        vocabularies.source().vocabularySize(),
                        vocabularies.target().vocabularySize()));
        network.moveTo(device);
        var precision = config.training().precision();
        try {
            PrecisionCheck.require(precision, network);
        } catch (IllegalArgumentException e) {
            throw fault("training.precision", Key.written(precision), e);
        }
        return network;
    }

    private static ConfigException fault(String key, String value, IllegalArgumentException cause) {
        return new ConfigException("training configuration", List.of(new ConfigFault(key, value, cause.getMessage())));
    }
}
