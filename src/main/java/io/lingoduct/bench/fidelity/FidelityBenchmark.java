package io.lingoduct.bench.fidelity;

import io.lingoduct.bench.BenchmarkStopped;
import io.lingoduct.bench.Sentences;
import io.lingoduct.bench.Watch;
import io.lingoduct.bench.fidelity.FidelityFigures.Score;
import io.lingoduct.bench.fidelity.cost.CostFigures;
import io.lingoduct.bench.fidelity.cost.FrontCost;
import io.lingoduct.bench.fidelity.hostile.HostileFigure;
import io.lingoduct.bench.fidelity.hostile.HostileRun;
import io.lingoduct.bench.fidelity.probe.ChatMessage;
import io.lingoduct.bench.fidelity.probe.Guise;
import io.lingoduct.bench.fidelity.probe.LabelProbes;
import io.lingoduct.bench.fidelity.probe.MarkupProbes;
import io.lingoduct.bench.fidelity.probe.Part;
import io.lingoduct.bench.fidelity.probe.Probe;
import io.lingoduct.bench.fidelity.probe.SpanProbes;
import io.lingoduct.bench.fidelity.probe.SpanProbes.SpanProbe;
import io.lingoduct.bench.fidelity.probe.ValueProbes;
import io.lingoduct.engine.SourceText;
import io.lingoduct.front.number.NumberStyle;
import io.lingoduct.model.TranslationException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/** Translation of texts that hold what must survive, and the count of what did. */
public final class FidelityBenchmark {

    /** Enough for a figure that does not hang on how a round began. */
    private static final int FEWEST_TIMED = 100;

    private final FidelityPlan plan;
    private final UnderTest underTest;
    private final Watch watch;
    private final String target;
    private final BulkTranslation bulk;
    private final Tally tally = new Tally();
    private final SpanLosses losses = new SpanLosses();
    private final GuiseScores guises;
    private final QualityScores quality = new QualityScores();
    private final FrontCounts front;
    private final List<Score> chat = new ArrayList<>();
    private Optional<CostFigures> cost = Optional.empty();
    private List<HostileFigure> hostile = List.of();

    public FidelityBenchmark(FidelityPlan plan, UnderTest underTest, Watch watch) {
        this.plan = plan;
        this.underTest = underTest;
        this.watch = watch;
        this.target = underTest.translator().model().targetLanguage();
        this.bulk = new BulkTranslation(underTest.translator(), watch);
        this.guises = new GuiseScores(plan.references());
        this.front = new FrontCounts(underTest.counts());
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
            measure();
        } catch (BenchmarkStopped e) {
            stopped = true;
        }
        var scores = new ArrayList<>(guises.all());
        scores.removeIf(
                score -> plan.parts().stream().noneMatch(part -> part.label().equals(score.part())));
        scores.addAll(chat);
        return new FidelityFigures(
                underTest.translator().model().name(),
                tally.outputs(),
                (System.nanoTime() - start) / 1e9,
                stopped,
                plan.hasReferences(),
                tally.kept(),
                losses.all(),
                front.all(),
                scores,
                plan.has(Part.JUNK) ? tally.junk() : List.of(),
                tally.junkTexts(),
                plan.has(Part.QUALITY) && plan.hasReferences() ? Optional.of(quality.figures()) : Optional.empty(),
                cost,
                hostile);
    }

    private void measure() {
        int half = Math.max(1, plan.sentences() / 2);
        during(Part.SPANS, this::spans);
        during(Part.VALUES, () -> {
            probe(Part.VALUES, ValueProbes.make(half, FidelityPlan.SEED, target, NumberStyle.KEEP));
            probe(Part.VALUES, ValueProbes.make(half, FidelityPlan.SEED, target, NumberStyle.LOCALIZE));
        });
        during(Part.MARKUP, () -> probe(Part.MARKUP, MarkupProbes.make(half, FidelityPlan.SEED, target)));
        if (isGerman()) {
            during(Part.CASE, this::labelsAndChat);
        }
        guises();
        during(Part.HOSTILE, this::hostile);
        if (plan.has(Part.COST)) {
            cost();
        }
    }

    private void during(Part part, Runnable work) {
        if (plan.has(part)) {
            front.during(part.label(), work);
        }
    }

    private void probe(Part part, List<Probe> probes) {
        bulk.run(
                part.label(),
                probes.stream()
                        .map(probe -> new SourceText(probe.source(), probe.options()))
                        .toList(),
                (index, output) -> {
                    var probe = probes.get(index);
                    tally.add(probe, output.text());
                    tally.addOutput(probe.source(), output.text());
                });
    }

    private List<String> translate(String name, List<String> texts) {
        var outputs = new ArrayList<String>(texts.size());
        bulk.run(name, SourceText.plain(texts), (index, output) -> {
            outputs.add(output.text());
            tally.addOutput(texts.get(index), output.text());
        });
        return outputs;
    }

    private void spans() {
        var probes = SpanProbes.make(plan.sentences(), FidelityPlan.SEED);
        var outputs = new ArrayList<String>(probes.size());
        var texts = probes.stream().map(SpanProbe::probe).toList();
        bulk.run(
                Part.SPANS.label(),
                SourceText.plain(texts.stream().map(Probe::source).toList()),
                (index, output) -> {
                    outputs.add(output.text());
                    tally.add(texts.get(index), output.text());
                    tally.addOutput(texts.get(index).source(), output.text());
                });
        if (isGerman()) {
            var twins = probes.stream()
                    .map(probe -> probe.frame().twin())
                    .distinct()
                    .toList();
            var translated = new HashMap<String, String>();
            var twinOutputs = translate("spans, plain twins", twins);
            for (int i = 0; i < twins.size(); i++) {
                translated.put(twins.get(i), twinOutputs.get(i));
            }
            for (int i = 0; i < probes.size(); i++) {
                var probe = probes.get(i);
                losses.add(probe, outputs.get(i), translated.get(probe.frame().twin()));
            }
        }
    }

    private void labelsAndChat() {
        probe(Part.CASE, LabelProbes.make());
        var messages = ChatMessage.all();
        var typed = translate("chat", messages.stream().map(ChatMessage::typed).toList());
        var written =
                translate("chat", messages.stream().map(ChatMessage::written).toList());
        chat.addAll(ChatScores.of(messages, typed, written));
    }

    private void guises() {
        var sentences = plan.hasReferences() ? plan.sources() : new Sentences(FidelityPlan.SEED).make(plan.dressed());
        for (var guise : Guise.values()) {
            if (isAsked(guise)) {
                front.during(guise.label(), () -> translate(guise, sentences));
            }
        }
    }

    private boolean isAsked(Guise guise) {
        boolean forQuality = plan.has(Part.QUALITY) && plan.hasReferences() && guise.part() == Part.CASE;
        if (guise == Guise.PLAIN) {
            return forQuality || plan.has(Part.DECORATION) || plan.has(Part.CASE) && plan.hasReferences();
        }
        return forQuality || plan.has(guise.part()) && (plan.hasReferences() || guise.part() == Part.DECORATION);
    }

    private void translate(Guise guise, List<String> sentences) {
        var random = new Random(FidelityPlan.SEED);
        var dressed = sentences.stream()
                .map(sentence -> guise.dress(sentence, random))
                .toList();
        var outputs = new ArrayList<String>(dressed.size());
        bulk.run(guise.label(), SourceText.plain(dressed), (index, output) -> {
            outputs.add(output.text());
            tally.addOutput(dressed.get(index), output.text());
            if (plan.hasReferences() && guise.part() == Part.CASE) {
                quality.add(
                        guise.label(),
                        output.quality(),
                        output.text(),
                        plan.references().get(index));
            }
        });
        guises.add(guise, outputs);
    }

    private void hostile() {
        hostile =
                new HostileRun(underTest.translator(), plan.hostileForModel(), plan.hostileForEcho(), watch).measure();
        watch.check();
    }

    private void cost() {
        var sentences = plan.sources().size() >= FEWEST_TIMED
                ? plan.sources()
                : new Sentences(FidelityPlan.SEED).make(Math.max(FEWEST_TIMED, plan.dressed()));
        cost = Optional.of(new FrontCost(sentences, plan.rounds(), watch).measure(underTest.front(), underTest.bare()));
    }

    private boolean isGerman() {
        return Locale.forLanguageTag(target).getLanguage().equals("de");
    }
}
