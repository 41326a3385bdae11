package io.lingoduct.training.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.training.batch.Batch;
import io.lingoduct.training.batch.EncodedPair;
import io.lingoduct.training.network.Attention;
import io.lingoduct.training.network.Cell;
import io.lingoduct.training.network.NetworkConfig;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two rows: sources of 3 and 2 tokens, targets of 4 and 2 with their ends, so 5 source tokens and B·T = 8. */
class StepFlopsTest {

    private static final Batch BATCH = Batch.of(List.of(
            new EncodedPair(new long[] {5, 6, 2}, new long[] {7, 8, 9}),
            new EncodedPair(new long[] {5, 2}, new long[] {7})));

    @Test
    void shouldCountTheProductsOfAPlainNetwork() {
        double encoder = 5 * 2 * (4 * 3) * (2 + 3);
        double start = 2 * (6 * 7);
        double decoder = 8 * (4 * 7) * (2 + 7);
        double readout = 8 * (7 * 2);
        double projection = 6 * (2 * 50);

        assertThat(new StepFlops(network(Attention.NONE, false)).of(BATCH))
                .isEqualTo(6 * (encoder + start + decoder + readout + projection));
    }

    @Test
    void shouldCountTheAttentionOverPaddedSources() {
        double keys = 2 * 3 * 6 * 7;
        double scoresAndContext = 8 * 3 * (7 + 6);
        double readout = 8 * 6 * 2;

        assertThat(difference(network(Attention.GENERAL, false), network(Attention.NONE, false)))
                .isEqualTo(6 * (keys + scoresAndContext + readout));
    }

    @Test
    void shouldCountWhatIsFedBack() {
        assertThat(difference(network(Attention.GENERAL, true), network(Attention.GENERAL, false)))
                .isEqualTo(6.0 * 8 * (4 * 7) * 2);
    }

    private static double difference(NetworkConfig larger, NetworkConfig smaller) {
        return new StepFlops(larger).of(BATCH) - new StepFlops(smaller).of(BATCH);
    }

    private static NetworkConfig network(Attention attention, boolean inputFeeding) {
        return NetworkConfig.builder()
                .cell(Cell.LSTM)
                .vocabularies(50, 50)
                .embedding(2)
                .encoder(1, 3, true)
                .decoder(1, 7)
                .attention(attention)
                .inputFeeding(inputFeeding)
                .startState(NetworkConfig.StartState.MEAN)
                .tiedEmbeddings(NetworkConfig.TiedEmbeddings.TARGET)
                .build();
    }
}
