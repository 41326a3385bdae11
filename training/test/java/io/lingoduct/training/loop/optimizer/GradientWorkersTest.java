package io.lingoduct.training.loop.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.lingoduct.training.batch.EncodedPair;
import io.lingoduct.training.loop.TestRun;
import io.lingoduct.training.loop.settings.Precision;
import io.lingoduct.training.network.NetworkConfig.TiedEmbeddings;
import io.lingoduct.training.network.NetworkShapes;
import io.lingoduct.training.network.Seq2Seq;
import io.lingoduct.training.network.Tensors;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GradientWorkersTest {

    private static final List<EncodedPair> PAIRS = List.of(
            new EncodedPair(new long[] {5, 6, 7, 2}, new long[] {8, 9, 10}),
            new EncodedPair(new long[] {5, 2}, new long[] {8}),
            new EncodedPair(new long[] {9, 4, 2}, new long[] {4, 4, 11, 5}));

    @ParameterizedTest
    @CsvSource({"FLOAT32, 1e-5", "BFLOAT16, 2e-2"})
    void shouldComputeTheSameGradientOnOneThreadAndOnTwo(Precision precision, float tolerance) {
        assumeTrue(canCompute(precision), "this processor cannot train in " + precision);
        var one = gradients(1, precision);
        var two = gradients(2, precision);

        one.forEach((name, expected) -> {
            var actual = two.get(name);
            for (int i = 0; i < expected.length; i++) {
                assertThat(actual[i]).as(name).isEqualTo(expected[i], within(tolerance));
            }
        });
        assertThat(one.get("output_bias")).as("something to compare").isNotEqualTo(new float[12]);
    }

    private static boolean canCompute(Precision precision) {
        try {
            PrecisionCheck.require(precision, TestRun.network());
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Map<String, float[]> gradients(int threads, Precision precision) {
        torch.manual_seed(3);
        var network = new Seq2Seq(
                NetworkShapes.small(12).layers(2, 2).tied(TiedEmbeddings.TARGET).build());
        try (var workers = new GradientWorkers(network, threads, precision, 0.1)) {
            workers.accumulate(PAIRS);
            var gradients = new TreeMap<String, float[]>();
            network.weights().forEach((name, weight) -> gradients.put(name, Tensors.floats(weight.grad())));
            return gradients;
        }
    }
}
