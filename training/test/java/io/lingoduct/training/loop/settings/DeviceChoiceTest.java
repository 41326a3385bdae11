package io.lingoduct.training.loop.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceChoiceTest {

    @ParameterizedTest
    @CsvSource({"auto, 0, cpu", "auto, 2, cuda:0", "cpu, 2, cpu", "cuda, 1, cuda:0", "cuda:1, 2, cuda:1"})
    void shouldTakeAGpuWhenAskedForOrThere(String text, int gpus, String expected) {
        assertThat(new DeviceChoice(text).name(gpus)).isEqualTo(expected);
    }

    @Test
    void shouldRefuseCudaWhereThereIsNone() {
        assertThatThrownBy(() -> new DeviceChoice("cuda").name(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no CUDA device")
                .hasMessageContaining("profile gpu");
    }

    @Test
    void shouldRefuseADeviceBeyondTheLast() {
        assertThatThrownBy(() -> new DeviceChoice("cuda:2").name(2)).hasMessageContaining("is 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpu", "cuda:", "cuda:x", "CUDA", "cuda:-1"})
    void shouldKnowNoOtherForms(String text) {
        assertThat(DeviceChoice.isValid(text)).isFalse();
    }
}
