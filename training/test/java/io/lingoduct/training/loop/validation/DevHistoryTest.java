package io.lingoduct.training.loop.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.training.loop.TestRun;
import io.lingoduct.training.loop.settings.DevMetric;
import io.lingoduct.training.loop.settings.TrainingConfig.EarlyStopping;
import io.lingoduct.training.loop.settings.TrainingConfig.Selection;
import io.lingoduct.training.loop.settings.TrainingConfig.Stopping;
import org.junit.jupiter.api.Test;

class DevHistoryTest {

    private final TestRun.Settings settings = new TestRun.Settings();

    @Test
    void shouldKeepTheBestFirstAndOfTwoEqualsTheLater() {
        assertThat(after(10, 30, 20, 30).best()).extracting(KeptWeights::update).containsExactly(4L, 2L);
    }

    @Test
    void shouldChooseByPerplexityWhenTold() {
        settings.selection = new Selection(0, DevMetric.PERPLEXITY, 1);

        // BLEU b goes with perplexity b: the lowest wins.
        assertThat(after(30, 10, 20).best()).extracting(KeptWeights::update).containsExactly(2L);
    }

    @Test
    void shouldNotTakeAPerplexityThatIsNotANumberForTheBest() {
        settings.selection = new Selection(0, DevMetric.PERPLEXITY, 1);

        assertThat(after(30, Double.NaN).best()).extracting(KeptWeights::update).containsExactly(1L);
    }

    @Test
    void shouldSayWhetherTheLatestValidationIsTheBest() {
        assertThat(after(10, 20).improved()).isTrue();
        assertThat(after(20, 10).improved()).isFalse();
    }

    @Test
    void shouldEndTheRunWhenBleuHasNotImprovedForAsLongAsPatienceLasts() {
        settings.stopping = new Stopping(EarlyStopping.BLEU, 2);

        assertThat(after(10, 20, 20).endsTheRun(settings.stopping)).isFalse();
        assertThat(after(10, 20, 20, 19).endsTheRun(settings.stopping)).isTrue();
        assertThat(after(10, 20, 20, 21).endsTheRun(settings.stopping)).isFalse();
    }

    @Test
    void shouldNeverEndTheRunUnlessTold() {
        assertThat(after(10, 9, 8, 7).endsTheRun(settings.stopping)).isFalse();
    }

    private DevHistory after(double... bleus) {
        var history = DevHistory.START;
        for (int i = 0; i < bleus.length; i++) {
            history = history.after(TestRun.scores(bleus[i], bleus[i]), i + 1, 1, settings.config());
        }
        return history;
    }
}
