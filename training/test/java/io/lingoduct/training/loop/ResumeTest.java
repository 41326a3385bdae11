package io.lingoduct.training.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lingoduct.training.batch.EncodedPair;
import io.lingoduct.training.network.NetworkShapes;
import io.lingoduct.training.network.SearchLimits;
import io.lingoduct.training.network.Seq2Seq;
import io.lingoduct.training.network.Tensors;
import io.lingoduct.training.vocabulary.VocabularyBuilder;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResumeTest {

    private static final int VOCABULARY = 20;
    private static final SearchLimits LIMITS = new SearchLimits(10, 15, 1, 2);

    @TempDir
    Path folder;

    @Test
    void shouldEndWithTheSameWeightsWhetherItWasStoppedOrNot() throws IOException {
        var straight = network();
        train(straight, folder.resolve("straight"), measureNothing());

        var stopped = network();
        assertThatThrownBy(() -> train(stopped, folder.resolve("stopped"), failingInEpoch(3)))
                .hasMessage("stopped on purpose");
        var resumed = network();
        train(resumed, folder.resolve("stopped"), measureNothing());

        var expected = straight.weights();
        resumed.weights()
                .forEach((name, weight) ->
                        assertThat(Tensors.floats(weight)).as(name).isEqualTo(Tensors.floats(expected.get(name))));
    }

    private static void train(Seq2Seq network, Path folder, Trainer.Measurement measurement) throws IOException {
        var config = new TrainingConfig(5, 4, 60, 0.01, 10, 0.1, 1, 2, Precision.FLOAT32);
        var display = new ProgressDisplay(new PrintStream(OutputStream.nullOutputStream()), false, System::nanoTime);
        new Trainer(network, config, pairs(), folder, display).train(measurement);
    }

    // The later the better, so that the last epoch's weights are the ones kept.
    private static Trainer.Measurement measureNothing() {
        var calls = new int[1];
        return network -> new Validation.Scores(1, ++calls[0]);
    }

    private static Trainer.Measurement failingInEpoch(int epoch) {
        var calls = new int[1];
        return network -> {
            if (++calls[0] == epoch) {
                throw new IllegalStateException("stopped on purpose");
            }
            return new Validation.Scores(1, calls[0]);
        };
    }

    private static Seq2Seq network() {
        torch.manual_seed(11);
        return new Seq2Seq(NetworkShapes.small(VOCABULARY).dropout(0.3).build());
    }

    private static List<EncodedPair> pairs() {
        var random = new Random(2);
        return IntStream.range(0, 200)
                .mapToObj(i -> {
                    var target =
                            random.longs(1 + random.nextInt(8), 4, VOCABULARY).toArray();
                    var source = java.util.Arrays.copyOf(target, target.length + 1);
                    source[target.length] = VocabularyBuilder.EOS;
                    return new EncodedPair(source, target);
                })
                .toList();
    }
}
