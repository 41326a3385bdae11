package io.lingoduct.bench.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.bench.engine.EngineFigures.Use;
import io.lingoduct.bench.peak.Precision;
import io.lingoduct.model.EncodedSegment;
import java.util.List;
import org.junit.jupiter.api.Test;

class VariantRunTest {

    private static final List<EncodedSegment> SEGMENTS = List.of(
            new EncodedSegment(new long[] {4, 2}),
            new EncodedSegment(new long[] {5, 6, 5, 2}),
            new EncodedSegment(new long[] {5, 7, 2}));

    @Test
    void shouldGiveEachSentenceTheCandidatesOfItsBatch() {
        // The two longest are translated together.
        assertThat(run(2).candidates()).containsExactly(10.0, 20.0, 20.0);
    }

    private static VariantRun run(int batch) {
        var variant = new Variant(
                "test",
                new Use(1, batch, 1),
                Precision.INT8,
                segments -> 10.0 * segments.size(),
                segments -> List.of());
        return new VariantRun(variant, new Workload(List.of("a", "b", "c"), SEGMENTS, 0), List.of(0, 1, 2));
    }
}
