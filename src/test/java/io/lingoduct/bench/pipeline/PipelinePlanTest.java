package io.lingoduct.bench.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class PipelinePlanTest {

    @Test
    void shouldVaryOneThingAtATimeAndMeasureNothingTwice() {
        var setups = plan(false).scaling();

        assertThat(setups)
                .extracting(Setup::label)
                .containsExactly(
                        "1p 2t ×1", "2p 2t ×1", "4p 1t ×1", "4p 4t ×1", "4p 1t ×1 e1", "4p 1t ×2 e1", "4p 1t ×4 e1");
    }

    @Test
    void shouldTakeFewerStepsWhenInAHurry() {
        assertThat(plan(true).scaling())
                .extracting(Setup::label)
                .containsExactly("1p 2t ×1", "2p 1t ×1", "2p 1t ×1 e1", "2p 1t ×2 e1");
    }

    @Test
    void shouldRefuseToTranslateNothing() {
        assertThatThrownBy(() -> PipelinePlan.of(Path.of("m"), List.of(), null, true, Object.class))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static PipelinePlan plan(boolean quick) {
        return PipelinePlan.of(Path.of("m"), List.of("text"), null, quick, Object.class);
    }
}
