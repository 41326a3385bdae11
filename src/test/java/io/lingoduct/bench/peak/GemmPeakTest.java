package io.lingoduct.bench.peak;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OrtException;
import org.junit.jupiter.api.Test;

class GemmPeakTest {

    @Test
    void shouldMeasureBothKindsOfProducts() throws OrtException {
        try (var float32 = GemmPeak.float32();
                var int8 = GemmPeak.int8()) {
            float32.measure();
            int8.measure();

            // Slower than a tenth of a multiplication per cycle of any processor, or faster than any core.
            assertThat(float32.best()).isBetween(0.1, 1e5);
            assertThat(int8.best()).isBetween(0.1, 1e5);
        }
    }
}
