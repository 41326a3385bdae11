package io.lingoduct.training.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.training.network.Cell;
import org.junit.jupiter.api.Test;

class AdviceTest {

    @Test
    void shouldChooseTheBestBleuWhereNoOtherComesNear() {
        var advice = new Advice(
                new Figures().cell(Cell.GRU, 33, 300).cell(Cell.LSTM, 35, 200).build());

        assertThat(advice.sentences())
                .containsExactly(
                        "Choose lstm: it has the best BLEU (35.00), and no other cell comes within 0.5 BLEU of it.",
                        "gru is 2.00 BLEU behind lstm; it decodes 1.50 times as fast (greedy).");
    }

    @Test
    void shouldPointOutAFasterCellThatIsLevel() {
        var advice = new Advice(
                new Figures().cell(Cell.GRU, 34.8, 300).cell(Cell.LSTM, 35, 200).build());

        assertThat(advice.sentences()).hasSize(1);
        assertThat(advice.sentences().get(0))
                .startsWith(
                        "lstm has the best BLEU (35.00); choose gru where speed counts: it decodes 1.50 times as fast")
                .contains("0.20 BLEU behind");
    }

    @Test
    void shouldChooseTheFasterOneOfTwoWithTheSameBleu() {
        var advice = new Advice(
                new Figures().cell(Cell.LSTM, 35, 200).cell(Cell.GRU, 35, 300).build());

        assertThat(advice.sentences())
                .containsExactly(
                        "Choose gru: it has the best BLEU (35.00), and of the cells within 0.5 BLEU of it none is"
                                + " faster.");
    }
}
