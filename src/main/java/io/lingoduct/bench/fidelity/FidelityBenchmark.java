package io.lingoduct.bench.fidelity;

import io.lingoduct.bench.BenchmarkStopped;
import io.lingoduct.bench.Sentences;
import io.lingoduct.bench.Watch;
import io.lingoduct.bench.fidelity.probe.Guise;
import io.lingoduct.bench.fidelity.probe.MarkupProbes;
import io.lingoduct.bench.fidelity.probe.Probe;
import io.lingoduct.bench.fidelity.probe.SpanProbes;
import io.lingoduct.bench.fidelity.probe.ValueProbes;
import io.lingoduct.engine.TextTranslator;
import io.lingoduct.model.TranslationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Translation of texts that hold what must survive, and the count of what did. */
public final class FidelityBenchmark {

    private final FidelityPlan plan;
    private final TextTranslator translator;
    private final BulkTranslation bulk;
    private final Tally tally = new Tally();
    private final GuiseScores scores;

    /** @param translator stays the caller's; it reads English */
    public FidelityBenchmark(FidelityPlan plan, TextTranslator translator, Watch watch) {
        this.plan = plan;
        this.translator = translator;
        this.bulk = new BulkTranslation(translator, watch);
        this.scores = new GuiseScores(plan.references());
    }

    /**
     * Translates until all is done or the user ends it. To be called once.
     *
     * @throws TranslationException if a text cannot be translated
     */
    public FidelityFigures run() {
        long start = System.nanoTime();
        boolean stopped = false;
        try {
            int half = Math.max(1, plan.sentences() / 2);
            probe(SpanProbes.PART, SpanProbes.make(plan.sentences(), FidelityPlan.SEED));
            probe(
                    ValueProbes.PART,
                    ValueProbes.make(half, FidelityPlan.SEED, translator.model().targetLanguage()));
            probe(MarkupProbes.PART, MarkupProbes.make(half, FidelityPlan.SEED));
            guises();
        } catch (BenchmarkStopped e) {
            stopped = true;
        }
        return new FidelityFigures(
                translator.model().name(),
                tally.outputs(),
                (System.nanoTime() - start) / 1e9,
                stopped,
                plan.hasReferences(),
                tally.kept(),
                scores.all(),
                tally.junk(),
                tally.junkTexts());
    }

    private void probe(String part, List<Probe> probes) {
        bulk.run(part, probes.stream().map(Probe::source).toList(), (index, output) -> {
            var probe = probes.get(index);
            tally.add(probe, output);
            tally.addOutput(probe.source(), output);
        });
    }

    private void guises() {
        var sentences = plan.hasReferences() ? plan.sources() : new Sentences(FidelityPlan.SEED).make(plan.dressed());
        for (var guise : Guise.values()) {
            boolean isAsked = plan.hasReferences() || guise == Guise.PLAIN || guise.part() == Guise.Part.DECORATION;
            if (isAsked) {
                translate(guise, sentences);
            }
        }
    }

    private void translate(Guise guise, List<String> sentences) {
        var random = new Random(FidelityPlan.SEED);
        var dressed = sentences.stream()
                .map(sentence -> guise.dress(sentence, random))
                .toList();
        var outputs = new ArrayList<String>(dressed.size());
        bulk.run(guise.label(), dressed, (index, output) -> {
            outputs.add(output);
            tally.addOutput(dressed.get(index), output);
        });
        scores.add(guise, outputs);
    }
}
