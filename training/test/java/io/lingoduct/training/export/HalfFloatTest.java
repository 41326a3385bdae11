package io.lingoduct.training.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HalfFloatTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0000",
        "-0, 8000",
        "1, 3c00",
        "-2, c000",
        "65504, 7bff",
        "0.000061035156, 0400",
        "0.000000059604645, 0001",
        "0.00006097555, 03ff",
        "0.33325195, 3555"
    })
    void shouldGiveTheBitsOfHalfPrecisionNumbers(float value, String hex) {
        assertThat("%04x".formatted(HalfFloat.exactBits(value) & 0xffff)).isEqualTo(hex);
    }

    @Test
    void shouldRefuseWhatHalfPrecisionCannotHold() {
        for (float value : new float[] {0.1f, 65536f, 1e-9f, Float.NaN, Float.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> HalfFloat.exactBits(value)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
