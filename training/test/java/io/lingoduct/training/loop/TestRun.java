package io.lingoduct.training.loop;

import io.lingoduct.training.batch.EncodedPair;
import io.lingoduct.training.batch.PairSource;
import io.lingoduct.training.loop.checkpoint.CheckpointStore;
import io.lingoduct.training.loop.settings.DevMetric;
import io.lingoduct.training.loop.settings.Precision;
import io.lingoduct.training.loop.settings.TrainingConfig;
import io.lingoduct.training.loop.settings.TrainingConfig.Average;
import io.lingoduct.training.loop.settings.TrainingConfig.Averaging;
import io.lingoduct.training.loop.settings.TrainingConfig.Divergence;
import io.lingoduct.training.loop.settings.TrainingConfig.EarlyStopping;
import io.lingoduct.training.loop.settings.TrainingConfig.Optimization;
import io.lingoduct.training.loop.settings.TrainingConfig.Optimizer;
import io.lingoduct.training.loop.settings.TrainingConfig.Running;
import io.lingoduct.training.loop.settings.TrainingConfig.Schedule;
import io.lingoduct.training.loop.settings.TrainingConfig.Selection;
import io.lingoduct.training.loop.settings.TrainingConfig.Shape;
import io.lingoduct.training.loop.settings.TrainingConfig.Stopping;
import io.lingoduct.training.loop.validation.Validation;
import io.lingoduct.training.network.Attention;
import io.lingoduct.training.network.Cell;
import io.lingoduct.training.network.NetworkConfig;
import io.lingoduct.training.network.Seq2Seq;
import io.lingoduct.training.network.Tensors;
import io.lingoduct.training.vocabulary.VocabularyBuilder;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.global.torch;

/** A tiny network on made-up pairs, and settings to train it with. */
public final class TestRun {

    public static final int VOCABULARY = 20;

    /** What a test changes of the settings; the rest is as small as can be. */
    public static final class Settings {
        public int epochs = 3;
        public Schedule schedule = schedule(Shape.LINEAR, 0.01);
        public Averaging averaging = new Averaging(Average.NONE, 0.9);
        public Selection selection = new Selection(0, DevMetric.BLEU, 2);
        public Stopping stopping = new Stopping(EarlyStopping.NONE, 1);
        public Divergence divergence = new Divergence(2, 2);
        public Running running = new Running(2, "cpu", 7, 5);

        public TrainingConfig config() {
            return new TrainingConfig(
                    5,
                    epochs,
                    60,
                    0.1,
                    Precision.FLOAT32,
                    new Optimization(Optimizer.ADAMW, 0.9, 0.999, 1e-8, 0.01, 1),
                    schedule,
                    averaging,
                    selection,
                    stopping,
                    divergence,
                    running);
        }
    }

    private TestRun() {}

    public static Schedule schedule(Shape shape, double peak) {
        return new Schedule(shape, peak, 10, DevMetric.BLEU, 1, 0.5);
    }

    public static NetworkConfig networkConfig() {
        return NetworkConfig.builder()
                .cell(Cell.LSTM)
                .vocabularies(VOCABULARY, VOCABULARY)
                .embedding(8)
                .encoder(1, 6, true)
                .decoder(1, 8)
                .attention(Attention.GENERAL)
                .startState(NetworkConfig.StartState.MEAN)
                .dropouts(NetworkConfig.Dropouts.all(0.3))
                .tiedEmbeddings(NetworkConfig.TiedEmbeddings.ALL)
                .build();
    }

    public static Seq2Seq network() {
        torch.manual_seed(11);
        return new Seq2Seq(networkConfig());
    }

    /** About 20 batches of other pairs in every epoch. */
    static PairSource pairs() {
        return epoch -> pairs(new Random(epoch));
    }

    private static List<EncodedPair> pairs(Random random) {
        return IntStream.range(0, 200)
                .mapToObj(i -> {
                    var target =
                            random.longs(1 + random.nextInt(8), 4, VOCABULARY).toArray();
                    var source = Arrays.copyOf(target, target.length + 1);
                    source[target.length] = VocabularyBuilder.EOS;
                    return new EncodedPair(source, target);
                })
                .toList();
    }

    static Trainer trainer(Seq2Seq network, Settings settings, Path folder, TrainingListener listener) {
        return trainer(network, settings, folder, new CheckpointStore(folder, SmallDisk.unlimited()), listener);
    }

    static Trainer trainer(
            Seq2Seq network, Settings settings, Path folder, CheckpointStore store, TrainingListener listener) {
        var display = new ProgressDisplay(new PrintStream(OutputStream.nullOutputStream()), false, System::nanoTime);
        return new Trainer(network, settings.config(), pairs(), folder, store, display, listener);
    }

    /** A measurement that depends on the weights alone: the lower their sum of squares, the higher the BLEU. */
    public static Validation.Scores smallness(Seq2Seq network) {
        double squares = 0;
        for (var values : weights(network).values()) {
            for (float value : values) {
                squares += value * value;
            }
        }
        return scores(1 + squares, 100 / (1 + squares));
    }

    public static Validation.Scores scores(double perplexity, double bleu) {
        return new Validation.Scores(perplexity, bleu, List.of());
    }

    public static Map<String, float[]> weights(Seq2Seq network) {
        var weights = new TreeMap<String, float[]>();
        network.weights().forEach((name, weight) -> weights.put(name, Tensors.floats(weight)));
        return weights;
    }
}
