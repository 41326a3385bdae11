package io.lingoduct.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class EngineOptionsTest {

    private static final EngineOptions DEFAULTS = EngineOptions.defaults();

    @Test
    void shouldUseAllCores() {
        assertThat(DEFAULTS.parallelRuns()).isEqualTo(Runtime.getRuntime().availableProcessors());
    }

    @Test
    void shouldNameTheOptionThatIsTooSmall() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DEFAULTS.withBatchTokens(0))
                .withMessage("batch tokens must be at least 1, not 0");
    }

    @Test
    void shouldRefuseANegativeLinger() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DEFAULTS.withLinger(Duration.ofMillis(-1)))
                .withMessageContaining("linger");
    }

    @Test
    void shouldAcceptNoLingerAtAll() {
        assertThat(DEFAULTS.withLinger(Duration.ZERO).linger()).isZero();
    }
}
