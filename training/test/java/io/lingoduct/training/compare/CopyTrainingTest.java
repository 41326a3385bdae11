package io.lingoduct.training.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lingoduct.training.network.Cell;
import org.junit.jupiter.api.Test;

class CopyTrainingTest {

    private static final CopyTask EASY = new CopyTask(1, 3, 1, 2);

    @Test
    void shouldCountSymbolsAndWholeSequences() {
        long[] expected = {5, 6, 2, 7, 8, 2};
        long[] said = {5, 6, 0, 7, 9, 2};

        var accuracy = CopyTraining.accuracy(said, expected, 3);

        assertThat(accuracy.symbols()).isEqualTo(0.75);
        assertThat(accuracy.sequences()).isEqualTo(0.5);
    }

    @Test
    void shouldBeAtChanceBeforeTraining() {
        var training = training(1);
        var task = new CopyTask(3, 8, 4, 10);

        var accuracy = training.measure(training.network(Cell.GRU, task), task);

        assertThat(accuracy.symbols()).isCloseTo(task.chance(), within(0.06));
    }

    @Test
    void shouldLearnToCopyOverAShortGap() {
        var training = training(250);
        var network = training.network(Cell.GRU, EASY);

        training.train(network, EASY);

        assertThat(training.measure(network, EASY).symbols()).isGreaterThan(0.95);
    }

    @Test
    void shouldGiveTheSameResultForTheSameSeed() {
        var training = training(20);
        var once = training.network(Cell.RNN, EASY);
        var again = training.network(Cell.RNN, EASY);

        training.train(once, EASY);
        training.train(again, EASY);

        assertThat(training.measure(once, EASY)).isEqualTo(training.measure(again, EASY));
    }

    private static CopyTraining training(int updates) {
        return new CopyTraining(8, 16, updates, 16, 0.01, 1, 400, 3);
    }
}
