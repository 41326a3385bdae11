package io.lingoduct.training.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.training.network.Cell;
import io.lingoduct.training.network.GradientProbe.Norms;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConclusionTest {

    @Test
    void shouldChooseTheBestBleuWhereNoOtherComesNear() {
        var conclusion = new Conclusion(
                new Figures().cell(Cell.GRU, 33, 300).cell(Cell.LSTM, 35, 200).build());

        assertThat(conclusion.advice())
                .containsExactly(
                        "Choose lstm: it has the best BLEU (35.00), and no other cell comes within 0.5 BLEU of it.",
                        "gru is 2.00 BLEU behind lstm; it decodes 1.50 times as fast (greedy).");
    }

    @Test
    void shouldPointOutAFasterCellThatIsLevel() {
        var conclusion = new Conclusion(
                new Figures().cell(Cell.GRU, 34.8, 300).cell(Cell.LSTM, 35, 200).build());

        assertThat(conclusion.advice()).hasSize(1);
        assertThat(conclusion.advice().get(0))
                .startsWith(
                        "lstm has the best BLEU (35.00); choose gru where speed counts: it decodes 1.50 times as fast")
                .contains("0.20 BLEU behind");
    }

    @Test
    void shouldTakeItsBleuFromTheTestSetAndTheBeam() {
        var conclusion = new Conclusion(new Figures().cell(Cell.RNN, 20, 100).build());

        assertThat(conclusion.findings().get(0))
                .isEqualTo(new Conclusion.Finding("best translations, BLEU on words test, beam 4", "rnn", "rnn 20.00"));
    }

    @Test
    void shouldNameAllCellsThatAreLevel() {
        var conclusion = new Conclusion(
                new Figures().cell(Cell.RNN, 30, 300).cell(Cell.GRU, 30, 200).build());

        assertThat(conclusion.findings().get(0).best()).isEqualTo("rnn, gru");
    }

    @Test
    void shouldSayOverWhichGapEachCellCopies() {
        var conclusion = new Conclusion(new Figures()
                .cell(Cell.RNN, 30, 300)
                .cell(Cell.GRU, 33, 200)
                .cell(Cell.LSTM, 33, 200)
                .copies(Cell.RNN, 0.95, 0.2)
                .copies(Cell.GRU, 1, 0.99)
                .copies(Cell.LSTM, 0.5, 1)
                .build());

        var finding = conclusion.findings().get(conclusion.findings().size() - 1);

        assertThat(finding.best()).isEqualTo("gru");
        assertThat(finding.values()).isEqualTo("rnn 5, gru 20, lstm 0");
    }

    @Test
    void shouldFollowTheGradientUpToItsFirstBreak() {
        assertThat(Conclusion.reach(new Norms(List.of(1.0, 0.5, 0.009, 0.5), List.of())))
                .isEqualTo(1);
        assertThat(Conclusion.reach(new Norms(List.of(1.0), List.of()))).isZero();
    }

    @Test
    void shouldFollowTheCellStateWhereItReachesFurther() {
        assertThat(Conclusion.reach(new Norms(List.of(1.0, 0.001, 0.001), List.of(1.0, 0.9, 0.9))))
                .isEqualTo(2);
    }

    @Test
    void shouldChooseTheFasterOneOfTwoWithTheSameBleu() {
        var conclusion = new Conclusion(
                new Figures().cell(Cell.LSTM, 35, 200).cell(Cell.GRU, 35, 300).build());

        assertThat(conclusion.advice())
                .containsExactly(
                        "Choose gru: it has the best BLEU (35.00), and of the cells within 0.5 BLEU of it none is"
                                + " faster.");
    }
}
