package io.lingoduct.bench.fidelity.probe;

import io.lingoduct.bench.fidelity.check.BareText;
import io.lingoduct.bench.fidelity.probe.Probe.Question;
import io.lingoduct.front.TextOptions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Labels of one word, as buttons and forms have them, in three ways of writing; for German there is a list of what each may be called. */
public final class LabelProbes {

    private static final String PART = "labels of one word";

    private LabelProbes() {}

    public static List<Probe> make() {
        var probes = new ArrayList<Probe>();
        for (var block : Block.read("labels.txt")) {
            var names = Arrays.stream(block.below().get(0).split(", "))
                    .map(LabelProbes::plain)
                    .collect(Collectors.toSet());
            probes.add(probe("Label", block.line(), names, UnaryOperator.identity()));
            probes.add(probe("LABEL", block.line(), names, label -> label.toUpperCase(Locale.ENGLISH)));
            probes.add(probe("label", block.line(), names, label -> label.toLowerCase(Locale.ENGLISH)));
        }
        return probes;
    }

    private static Probe probe(String row, String label, Set<String> names, UnaryOperator<String> guise) {
        var question = new Question(PART, row, output -> names.contains(plain(output)));
        return new Probe(guise.apply(label), TextOptions.PLAIN, List.of(question));
    }

    private static String plain(String text) {
        return BareText.of(text).toLowerCase(Locale.GERMAN).replace("ss", "ß");
    }
}
