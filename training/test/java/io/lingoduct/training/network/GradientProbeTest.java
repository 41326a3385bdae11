package io.lingoduct.training.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lingoduct.training.batch.EncodedPair;
import io.lingoduct.training.network.NetworkConfig.StartState;
import io.lingoduct.training.network.NetworkConfig.TiedEmbeddings;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GradientProbeTest {

    private static final int VOCABULARY = 12;
    private static final int STEPS = 8;

    @BeforeEach
    void seed() {
        torch.manual_seed(5);
    }

    // With no input and no bias h stays 0 there, and where tanh is linear the norm shrinks by the weight at each step.
    @Test
    void shouldFindThatAnUndrivenRnnShrinksTheGradientByItsRecurrentWeight() {
        var network = new Seq2Seq(encoderOnly(Cell.RNN));
        try (var noGradient = new NoGradGuard()) {
            network.weights().get("source_embedding.weight").zero_();
            var recurrent = network.weights().get("encoder.0.weight_hh");
            recurrent.copy_(torch.eye(10).mul(new Scalar(0.7)));
        }

        var norms = GradientProbe.encoder(network, pairs(4));

        assertThat(norms.hidden()).hasSize(STEPS);
        for (int k = 0; k < STEPS; k++) {
            assertThat(norms.hidden().get(k)).isCloseTo(Math.pow(0.7, k), within(1e-5));
        }
        assertThat(norms.cell()).isEmpty();
    }

    // tanh' at a constant state h is 1 - h²; at a fixed point of h = tanh(w h + b) each step multiplies by w (1 - h²).
    @Test
    void shouldFindThatASaturatedRnnShrinksTheGradientByTheSlopeOfTanhToo() {
        var network = new Seq2Seq(encoderOnly(Cell.RNN));
        double bias = 1;
        try (var noGradient = new NoGradGuard()) {
            network.weights().get("source_embedding.weight").zero_();
            network.weights().get("encoder.0.weight_hh").copy_(torch.eye(10).mul(new Scalar(0.9)));
            network.weights().get("encoder.0.bias_ih").fill_(new Scalar(bias));
        }

        var norms = GradientProbe.encoder(network, pairs(1)).hidden();

        var h = new double[STEPS];
        for (int t = 0; t < STEPS; t++) {
            h[t] = Math.tanh((t == 0 ? 0 : 0.9 * h[t - 1]) + bias);
        }
        double expected = 1;
        for (int k = 1; k < STEPS; k++) {
            expected *= 0.9 * (1 - h[STEPS - k] * h[STEPS - k]);
            assertThat(norms.get(k)).isCloseTo(expected, within(expected * 1e-3));
        }
    }

    @ParameterizedTest
    @EnumSource(Cell.class)
    void shouldReadSourcesStepByStepAsItReadsThemAtOnce(Cell cell) {
        var network = new Seq2Seq(NetworkShapes.small(VOCABULARY)
                .cell(cell)
                .bidirectional(false)
                .layers(2, 1)
                .residual()
                .build());
        network.eval();
        var source = pairs(1).get(0).source();

        var atOnce = network.encode(source, new long[] {source.length}, 1, source.length);
        var traced = network.trace(source, 1, source.length);

        assertClose(traced.encoded().source().annotations(), atOnce.source().annotations());
        assertClose(
                traced.encoded().start().layers().get(0).hidden(),
                atOnce.start().layers().get(0).hidden());
    }

    @ParameterizedTest
    @EnumSource(Cell.class)
    void shouldAgreeWithFiniteDifferencesOfTheDecodersLoss(Cell cell) {
        var network = new Seq2Seq(NetworkShapes.small(VOCABULARY).cell(cell).build());
        var pairs = pairs(1);
        int distance = 5;

        var norms = GradientProbe.decoder(network, pairs, distance).hidden();

        var moved = new FiniteDifferences(network, pairs.get(0), distance);
        for (int k = 2; k <= distance; k++) {
            double expected = moved.hiddenNorm(k) / moved.hiddenNorm(1);
            assertThat(norms.get(k) / norms.get(1)).isCloseTo(expected, within(0.02 * expected));
        }
    }

    @Test
    void shouldTellTheCellStateOfAnLstmApart() {
        var network = new Seq2Seq(NetworkShapes.small(VOCABULARY)
                .cell(Cell.LSTM)
                .layers(1, 2)
                .inputFeeding()
                .build());

        var norms = GradientProbe.decoder(network, pairs(3), 5);

        assertThat(norms.cell()).hasSize(6).first().isEqualTo(1.0);
        assertThat(norms.cell().subList(1, 6)).isNotEqualTo(norms.hidden().subList(1, 6));
    }

    @Test
    void shouldLeaveNoGradientAndTheModeAsItWas() {
        var network = new Seq2Seq(NetworkShapes.small(VOCABULARY).build());
        network.train(true);

        GradientProbe.decoder(network, pairs(2), 3);

        assertThat(network.is_training()).isTrue();
        assertThat(network.weights().values()).allMatch(weight -> !weight.grad().defined());
    }

    @Test
    void shouldRefuseATargetThatIsTooShort() {
        var network = new Seq2Seq(NetworkShapes.small(VOCABULARY).build());

        assertThatThrownBy(() -> GradientProbe.decoder(network, pairs(2), STEPS + 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static NetworkConfig encoderOnly(Cell cell) {
        return NetworkShapes.small(VOCABULARY)
                .cell(cell)
                .attention(Attention.NONE)
                .bidirectional(false)
                .startState(StartState.LAST)
                .tied(TiedEmbeddings.NONE)
                .build();
    }

    private static List<EncodedPair> pairs(int count) {
        var random = new Random(3);
        return IntStream.range(0, count)
                .mapToObj(i -> new EncodedPair(
                        random.longs(STEPS, 4, VOCABULARY).toArray(),
                        random.longs(STEPS, 4, VOCABULARY).toArray()))
                .toList();
    }

    private static void assertClose(Tensor actual, Tensor expected) {
        var a = Tensors.floats(actual);
        var e = Tensors.floats(expected);
        assertThat(a).hasSameSizeAs(e);
        for (int i = 0; i < a.length; i++) {
            assertThat(a[i]).isCloseTo(e[i], within(1e-5f));
        }
    }
}
