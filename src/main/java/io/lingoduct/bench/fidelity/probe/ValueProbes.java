package io.lingoduct.bench.fidelity.probe;

import io.lingoduct.bench.fidelity.check.LocalForms;
import io.lingoduct.bench.fidelity.probe.Probe.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Sentences with one value that must survive: each kind as often as any other, its frames in turn. */
public final class ValueProbes {

    public static final String PART = "values";

    private ValueProbes() {}

    /** @param target BCP 47 tag of the language that is translated into */
    public static List<Probe> make(int count, long seed, String target) {
        var random = new Random(seed);
        var forms = new LocalForms(target);
        var probes = new ArrayList<Probe>(count);
        var kinds = ValueKind.values();
        for (int i = 0; i < count; i++) {
            var kind = kinds[i % kinds.length];
            var value = kind.make(random, forms);
            var frames = kind.frames();
            var text = frames.get(i / kinds.length % frames.size()).replace("~", value.source());
            probes.add(new Probe(text, List.of(new Question(PART, kind.label(), value::isKeptIn))));
        }
        return probes;
    }
}
