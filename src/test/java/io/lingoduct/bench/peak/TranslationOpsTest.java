package io.lingoduct.bench.peak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lingoduct.bench.peak.TranslationOps.Work;
import io.lingoduct.model.bundle.BundleManifest;
import org.junit.jupiter.api.Test;

/** Embedding 2, encoder 3 in both directions, decoder 7, vocabulary 50; 5 source and 8 target tokens. */
class TranslationOpsTest {

    private static final double ENCODER = 5 * 2 * (4 * 3) * (2 + 3);
    private static final double START = 6 * 7;
    private static final double KEYS = 5 * 6 * 7;
    private static final double ATTENTION = 5 * (7 + 6);
    private static final double INPUT = (4 * 7) * 2;
    private static final double STATE = (4 * 7) * 7;
    private static final double READOUT = (6 + 7) * 2;

    @Test
    void shouldCountTheProductsOfGreedySearch() {
        double step = ATTENTION + INPUT + STATE + READOUT + 2 * 50;

        assertThat(ops("lstm", "general", "all").of(5, 8, 1, 50, Precision.FLOAT32))
                .isEqualTo(new Work(2 * (ENCODER + START + KEYS + 8 * step), 0));
    }

    @Test
    void shouldCountEachStepOnceForEachHypothesis() {
        double step = ATTENTION + INPUT + STATE + READOUT + 2 * 50;

        assertThat(ops("lstm", "general", "all").of(5, 8, 4, 50, Precision.FLOAT32))
                .isEqualTo(new Work(2 * (ENCODER + START + KEYS + 4 * 8 * step), 0));
    }

    @Test
    void shouldTellIntegersFromFloatsAndCountNothingThatIsLookedUp() {
        var work = ops("lstm", "general", "all").of(5, 8, 1, 20, Precision.INT8);
        double encoder = 5 * 2 * (4 * 3) * 3;
        double values = 5 * 6 * 2;
        double step = STATE + 7 * 2 + 2 * 20;

        assertThat(work).isEqualTo(new Work(2 * (START + 8 * 5 * (7 + 2)), 2 * (encoder + KEYS + values + 8 * step)));
    }

    @Test
    void shouldCountNoAttentionWhereThereIsNone() {
        double decoder = 7 * 7 + 2 * 7 + 7 * 7 + 7 * 50;
        double encoder = 5 * 2 * 3 * (2 + 3);

        assertThat(ops("rnn", "none", "none").of(5, 8, 1, 50, Precision.FLOAT32).float32())
                .isEqualTo(2 * (encoder + START + 8 * decoder));
    }

    @Test
    void shouldAddUpWhatBothKindsOfWorkTakeAtBest() {
        var work = new Work(3e9, 8e9).plus(new Work(3e9, 8e9)).plus(Work.NONE);

        assertThat(work.idealSeconds(new Peaks(100, 800))).isCloseTo(0.06 + 0.02, within(1e-12));
        assertThat(new Work(3e9, 0).idealSeconds(new Peaks(100, 0))).isCloseTo(0.03, within(1e-12));
    }

    private static TranslationOps ops(String cell, String attention, String tied) {
        var network = new BundleManifest.Architecture(cell, 2, 1, 3, true, 1, 7, attention, false, tied, 1);
        return new TranslationOps(BundleManifest.named("test", "1")
                .architecture(network)
                .vocabulary(BundleManifest.Vocabulary.shared(50, 0, 1, 2, 3))
                .build());
    }
}
