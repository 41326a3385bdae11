package io.lingoduct.bench.fidelity.probe;

import io.lingoduct.bench.fidelity.check.LocalForms;
import io.lingoduct.bench.fidelity.probe.Probe.Question;
import io.lingoduct.front.TextOptions;
import io.lingoduct.front.markup.TextMarkup;
import io.lingoduct.front.number.NumberStyle;
import io.lingoduct.front.span.KeepPatterns;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Sentences with one value that must survive: each kind as often as any other, its frames in turn. */
public final class ValueProbes {

    private ValueProbes() {}

    /**
     * @param target BCP 47 tag of the language that is translated into
     * @param style how the values are to be written; whatever it says, a value counts as kept in either way
     */
    public static List<Probe> make(int count, long seed, String target, NumberStyle style) {
        var random = new Random(seed);
        var forms = new LocalForms(target);
        var part = Part.VALUES.label() + (style == NumberStyle.LOCALIZE ? ", localized" : "");
        var options = new TextOptions(TextMarkup.TEXT, KeepPatterns.NONE, style);
        var probes = new ArrayList<Probe>(count);
        var kinds = ValueKind.values();
        for (int i = 0; i < count; i++) {
            var kind = kinds[i % kinds.length];
            var value = kind.make(random, forms);
            var frames = kind.frames();
            var text = frames.get(i / kinds.length % frames.size()).replace("~", value.source());
            probes.add(new Probe(text, options, List.of(new Question(part, kind.label(), value::isKeptIn))));
        }
        return probes;
    }
}
