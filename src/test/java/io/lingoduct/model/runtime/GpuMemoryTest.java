package io.lingoduct.model.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnxruntime.OrtException;
import io.lingoduct.model.EncodedSegment;
import io.lingoduct.model.TranslationException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GpuMemoryTest {

    private static final List<EncodedSegment> BATCH = IntStream.rangeClosed(1, 7)
            .mapToObj(length -> new EncodedSegment(new long[length]))
            .toList();

    private final List<Integer> onGpu = new ArrayList<>();
    private final List<Integer> onCpu = new ArrayList<>();

    @Test
    void shouldRunAWholeBatchWhileThereIsRoom() {
        assertThat(run(7)).containsExactly(1, 2, 3, 4, 5, 6, 7);
        assertThat(onGpu).containsExactly(7);
    }

    @Test
    void shouldHalveABatchUntilItFits() {
        assertThat(run(2)).containsExactly(1, 2, 3, 4, 5, 6, 7);
        assertThat(onGpu).containsExactly(1, 2, 2, 2);
        assertThat(onCpu).isEmpty();
    }

    @Test
    void shouldTranslateOnTheCpuWhatDoesNotFitAlone() {
        assertThat(run(0)).containsExactly(1, 2, 3, 4, 5, 6, 7);
        assertThat(onCpu).containsExactly(1, 1, 1, 1, 1, 1, 1);
    }

    @Test
    void shouldLeaveOtherFaultsAsTheyAre() {
        var fault = new TranslationException("broken", new OrtException("index out of range"));
        assertThatThrownBy(() -> GpuMemory.run(
                        BATCH,
                        part -> {
                            throw fault;
                        },
                        part -> lengths(part, onCpu)))
                .isSameAs(fault);
        assertThat(onCpu).isEmpty();
    }

    /** @param room segments that the GPU has memory for */
    private List<Integer> run(int room) {
        return GpuMemory.run(
                BATCH,
                part -> {
                    if (part.size() > room) {
                        throw new TranslationException(
                                "full", new OrtException("CUDA failure 2: out of memory ; GPU=0"));
                    }
                    return lengths(part, onGpu);
                },
                part -> lengths(part, onCpu));
    }

    private static List<Integer> lengths(List<EncodedSegment> part, List<Integer> log) {
        log.add(part.size());
        return part.stream().map(EncodedSegment::length).toList();
    }
}
