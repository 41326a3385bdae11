package io.lingoduct.bench.peak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OrtException;
import io.lingoduct.bench.peak.GemmPeak.Shape;
import org.junit.jupiter.api.Test;

class GemmPeakTest {

    private static final Shape SMALL = new Shape(2, 3, 2);
    private static final double BURST_OPERATIONS = 2.0 * 512 * 512 * 2048 * 8;

    private long now;

    @Test
    void shouldMultiplyFloats() throws OrtException {
        float[] given = {1, 2, 3, 4, 5, 6};
        float[] weights = {1, 0, 0.5f, 2, -1, 1};
        try (var peak = GemmPeak.float32(SMALL, given, weights, steps(1))) {
            peak.measure();

            assertThat(peak.product()).containsExactly(new float[] {-1, 7, 0.5f, 16}, within(1e-6f));
        }
    }

    @Test
    void shouldMultiplyBytesAroundTheirZeroPoint() throws OrtException {
        byte[] given = {(byte) 129, (byte) 130, (byte) 131, (byte) 255, 0, (byte) 128};
        byte[] weights = {1, 0, 63, 2, -63, 1};
        try (var peak = GemmPeak.int8(SMALL, given, weights, steps(1))) {
            peak.measure();

            float scale = GemmPeak.SCALE * GemmPeak.SCALE;
            float[] expected = {-62 * scale, 7 * scale, (127 - 128 * 63) * scale, -256 * scale};
            assertThat(peak.product()).containsExactly(expected, within(1e-5f));
        }
    }

    @Test
    void shouldDivideTheOperationsOfLargeProductsByTheTimeThatTheyTake() throws OrtException {
        try (var float32 = GemmPeak.float32(steps(1_000_000));
                var int8 = GemmPeak.int8(steps(500_000))) {
            float32.measure();
            int8.measure();

            assertThat(float32.best()).isEqualTo(BURST_OPERATIONS / 1_000_000);
            assertThat(int8.best()).isEqualTo(BURST_OPERATIONS / 500_000);
        }
    }

    @Test
    void shouldKeepTheBestBurst() throws OrtException {
        // A burst reads the clock at its begin and at its end.
        try (var peak = GemmPeak.float32(SMALL, new float[6], new float[6], steps(0, 40, 0, 20, 0, 80, 0, 50))) {
            peak.measure();
            assertThat(peak.best()).isEqualTo(SMALL.operations() * GemmPeak.MULTIPLICATIONS / 20);

            peak.measure();
            assertThat(peak.best()).isEqualTo(SMALL.operations() * GemmPeak.MULTIPLICATIONS / 20);
        }
    }

    @Test
    void shouldCountAnAdditionAndAMultiplicationForEachTerm() {
        assertThat(new Shape(3, 5, 7).operations()).isEqualTo(3 * 7 * (5 + 5));
    }

    /** A clock that goes on by so many nanoseconds before each reading, the last of them again and again. */
    private BurstTimer steps(long... nanos) {
        var readings = new int[1];
        return new BurstTimer(() -> now += nanos[Math.min(readings[0]++, nanos.length - 1)]);
    }
}
