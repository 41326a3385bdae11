package io.lingoduct.bench.fidelity.probe;

import io.lingoduct.bench.fidelity.check.WholeOccurrences;
import io.lingoduct.bench.fidelity.probe.Probe.Question;
import io.lingoduct.front.TextOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Sentences with one span that must come through verbatim, exactly once: each kind as often as any other, its frames in turn. */
public final class SpanProbes {

    private SpanProbes() {}

    /**
     * A sentence with a span.
     *
     * @param kind of span
     * @param frame the sentence without it
     */
    public record SpanProbe(String kind, SpanFrame frame, String span) {

        public Probe probe() {
            return new Probe(
                    frame.with(span),
                    TextOptions.PLAIN,
                    List.of(new Question(Part.SPANS.label(), kind, output -> WholeOccurrences.isOnce(output, span))));
        }
    }

    public static List<SpanProbe> make(int count, long seed) {
        var random = new Random(seed);
        var probes = new ArrayList<SpanProbe>(count);
        var kinds = SpanKind.values();
        for (int i = 0; i < count; i++) {
            var kind = kinds[i % kinds.length];
            var frames = kind.frames();
            probes.add(new SpanProbe(kind.label(), frames.get(i / kinds.length % frames.size()), kind.make(random)));
        }
        return probes;
    }
}
