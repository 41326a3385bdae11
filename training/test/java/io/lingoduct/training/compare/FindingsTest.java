package io.lingoduct.training.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.training.network.Cell;
import io.lingoduct.training.network.GradientProbe.Norms;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindingsTest {

    @Test
    void shouldTakeItsBleuFromTheTestSetAndTheBeam() {
        var findings = new Findings(new Figures().cell(Cell.RNN, 20, 100).build());

        assertThat(findings.all().get(0))
                .isEqualTo(new Findings.Finding("best translations, BLEU on words test, beam 4", "rnn", "rnn 20.00"));
    }

    @Test
    void shouldNameAllCellsThatAreLevel() {
        var findings = new Findings(
                new Figures().cell(Cell.RNN, 30, 300).cell(Cell.GRU, 30, 200).build());

        assertThat(findings.all().get(0).best()).isEqualTo("rnn, gru");
    }

    @Test
    void shouldSayOverWhichGapEachCellCopies() {
        var findings = new Findings(new Figures()
                .cell(Cell.RNN, 30, 300)
                .cell(Cell.GRU, 33, 200)
                .cell(Cell.LSTM, 33, 200)
                .copies(Cell.RNN, 0.95, 0.2)
                .copies(Cell.GRU, 1, 0.99)
                .copies(Cell.LSTM, 0.5, 1)
                .build());

        var finding = findings.all().get(findings.all().size() - 1);

        assertThat(finding.best()).isEqualTo("gru");
        assertThat(finding.values()).isEqualTo("rnn 5, gru 20, lstm 0");
    }

    @Test
    void shouldFollowTheGradientUpToItsFirstBreak() {
        assertThat(Findings.reach(new Norms(List.of(1.0, 0.5, 0.009, 0.5), List.of())))
                .isEqualTo(1);
        assertThat(Findings.reach(new Norms(List.of(1.0), List.of()))).isZero();
    }

    @Test
    void shouldFollowTheCellStateWhereItReachesFurther() {
        assertThat(Findings.reach(new Norms(List.of(1.0, 0.001, 0.001), List.of(1.0, 0.9, 0.9))))
                .isEqualTo(2);
    }
}
