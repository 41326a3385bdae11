package io.lingoduct.bench.fidelity.probe;

import io.lingoduct.bench.fidelity.check.WholeOccurrences;
import io.lingoduct.bench.fidelity.probe.Probe.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Sentences with one span that must come through verbatim, exactly once: each kind as often as any other, its frames in turn. */
public final class SpanProbes {

    public static final String PART = "spans";

    private SpanProbes() {}

    public static List<Probe> make(int count, long seed) {
        var random = new Random(seed);
        var probes = new ArrayList<Probe>(count);
        var kinds = SpanKind.values();
        for (int i = 0; i < count; i++) {
            var kind = kinds[i % kinds.length];
            var frames = kind.frames();
            var span = kind.make(random);
            var text = frames.get(i / kinds.length % frames.size()).replace("~", span);
            probes.add(new Probe(
                    text, List.of(new Question(PART, kind.label(), output -> WholeOccurrences.isOnce(output, span)))));
        }
        return probes;
    }
}
