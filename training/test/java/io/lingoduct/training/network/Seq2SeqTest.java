package io.lingoduct.training.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lingoduct.training.batch.Batch;
import io.lingoduct.training.batch.EncodedPair;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class Seq2SeqTest {

    private static final int VOCABULARY = 12;
    private static final EncodedPair LONG = new EncodedPair(new long[] {5, 6, 7, 2}, new long[] {8, 9, 10});
    private static final EncodedPair SHORT = new EncodedPair(new long[] {5, 2}, new long[] {8});

    @BeforeEach
    void seed() {
        torch.manual_seed(3);
    }

    @ParameterizedTest
    @EnumSource(Cell.class)
    void shouldNotLetPaddingChangeWhatARowSays(Cell cell) {
        var network = new Seq2Seq(
                NetworkShapes.small(VOCABULARY).cell(cell).layers(2, 2).build());
        network.eval();

        var alone = Tensors.floats(network.logits(Batch.of(List.of(SHORT))));
        var padded = Tensors.floats(network.logits(Batch.of(List.of(LONG, SHORT))));

        int start = (LONG.target().length + 1) * VOCABULARY;
        for (int i = 0; i < alone.length; i++) {
            assertThat(padded[start + i]).isCloseTo(alone[i], within(1e-5f));
        }
    }

    @Test
    void shouldSayTheSameAtChosenPlacesAsAtAll() {
        var network = new Seq2Seq(NetworkShapes.small(VOCABULARY).inputFeeding().build());
        network.eval();
        var batch = Batch.of(List.of(SHORT, LONG));
        var places = batch.targetPlaces();

        var all = Tensors.floats(network.logits(batch));
        var chosen = Tensors.floats(network.logits(batch, Tensors.of(places, places.length)));

        assertThat(chosen).hasSize(places.length * VOCABULARY);
        for (int i = 0; i < places.length; i++) {
            int at = (int) places[i] * VOCABULARY;
            assertThat(Arrays.copyOfRange(chosen, i * VOCABULARY, (i + 1) * VOCABULARY))
                    .containsExactly(Arrays.copyOfRange(all, at, at + VOCABULARY), within(1e-5f));
        }
    }

    @ParameterizedTest
    @EnumSource(Cell.class)
    void shouldLearnTheSameFromStepsCollectedAsFromEachStep(Cell cell) {
        var network = new Seq2Seq(NetworkShapes.small(VOCABULARY)
                .cell(cell)
                .layers(1, 2)
                .inputFeeding()
                .build());
        var batch = Batch.of(List.of(SHORT, LONG));

        network.logits(batch).square().sum().backward();
        var expected = gradients(network);
        network.weights().values().forEach(weight -> weight.grad().zero_());
        network.collectSteps();
        network.logits(batch).square().sum().backward();
        network.learnSteps();

        gradients(network)
                .forEach((name, gradient) ->
                        assertThat(gradient).as(name).containsExactly(expected.get(name), within(1e-3f)));
        assertThat(expected.get("decoder.0.weight_fed"))
                .as("something to compare")
                .isNotEqualTo(new float[0]);
    }

    private static Map<String, float[]> gradients(Seq2Seq network) {
        var gradients = new TreeMap<String, float[]>();
        network.weights().forEach((name, weight) -> gradients.put(name, Tensors.floats(weight.grad())));
        return gradients;
    }

    @ParameterizedTest
    @EnumSource(
            value = Attention.class,
            names = {"DOT", "GENERAL", "MLP"})
    void shouldSpreadItsAttentionOverTheSource(Attention attention) {
        var network =
                new Seq2Seq(NetworkShapes.small(VOCABULARY).attention(attention).build());

        var weights = network.attention(LONG);

        assertThat(weights).hasDimensions(LONG.target().length + 1, LONG.source().length);
        for (var row : weights) {
            float sum = 0;
            for (float weight : row) {
                sum += weight;
            }
            assertThat(sum).isCloseTo(1, within(1e-5f));
        }
    }

    @Test
    void shouldSayThatThereIsNoAttentionToLookAt() {
        var network = new Seq2Seq(
                NetworkShapes.small(VOCABULARY).attention(Attention.NONE).build());

        assertThatThrownBy(() -> network.attention(LONG)).hasMessageContaining("no attention");
    }

    @Test
    void shouldKnowNothingOfTheSourceButTheFirstStateWithoutAttention() {
        var config = NetworkShapes.small(VOCABULARY).attention(Attention.NONE).build();

        var names = new Seq2Seq(config).weights().keySet();

        assertThat(names).contains("decoder.start_0.weight").noneMatch(name -> name.contains("attention"));
    }
}
