package io.lingoduct.cli;

import io.lingoduct.bench.BenchProgress;
import io.lingoduct.bench.Watch;
import io.lingoduct.bench.fidelity.FidelityBenchmark;
import io.lingoduct.bench.fidelity.FidelityFigures;
import io.lingoduct.bench.fidelity.FidelityPlan;
import io.lingoduct.bench.fidelity.FidelityReport;
import io.lingoduct.bench.fidelity.UnderTest;
import io.lingoduct.bench.fidelity.probe.Part;
import io.lingoduct.engine.SegmentingTextTranslator;
import io.lingoduct.engine.TranslationEngine;
import io.lingoduct.model.runtime.OnnxTranslator;
import io.lingoduct.observe.StandardStreams;
import io.lingoduct.process.StopSignal;
import io.lingoduct.text.lines.LineFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code lingoduct bench fidelity}. */
@Command(
        name = "fidelity",
        sortOptions = false,
        description = {
            "Count what survives a translation of English text: links, placeholders, numbers and other spans, values, markup; what"
                    + " capitals, typos, decoration and hostile texts do to it; what estimates of quality are worth; and what the front of"
                    + " the model costs.",
            "",
            "Ctrl-C ends it early with the figures so far."
        },
        mixinStandardHelpOptions = true,
        modelTransformer = KeyOptions.Adder.class,
        versionProvider = Version.class)
final class BenchFidelityCommand implements Callable<Integer>, KeyOptions.Owner {

    private static final int SENTENCES = 1000;
    private static final int QUICK_SENTENCES = 100;
    private static final int MOST_SENTENCES = 1_000_000;

    private final StandardStreams streams;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ModelOption model;

    @Option(
            names = "--sentences",
            paramLabel = "N",
            description = "Sentences with a span; the other parts follow it. Default: 1000, with --quick 100.")
    private Integer sentences;

    @Option(names = "--quick", description = "Fewer sentences: a first impression.")
    private boolean quick;

    @Option(
            names = "--source",
            paramLabel = "FILE",
            description =
                    "English sentences that are translated plain, in capitals, with a typo and so on: one a line, in UTF-8, plain"
                            + " or .gz; 400 at most, spread evenly over a longer file.")
    private Path source;

    @Option(
            names = "--references",
            paramLabel = "FILE",
            description = "The translation of each line of --source, for BLEU.")
    private Path references;

    @Option(
            names = "--parts",
            paramLabel = "PART",
            split = ",",
            description =
                    "What is measured, of spans, values, markup, case, decoration, junk, quality, cost and hostile. Default: all;"
                            + " case and quality need --source and --references.")
    private List<Part> parts = List.of(Part.values());

    private final EngineSettings settings = new EngineSettings();

    @Mixin
    private BenchOutput output;

    BenchFidelityCommand() {
        this(StandardStreams.ofProcess());
    }

    BenchFidelityCommand(StandardStreams streams) {
        this.streams = streams;
    }

    @Override
    public void addOptions(CommandSpec command) {
        settings.addTo(command);
    }

    @Override
    public Integer call() throws IOException {
        requireSense();
        var plan = plan();
        output.check();
        var display = new BenchProgress(streams.err(), streams.progress(), System::nanoTime);
        try (var stop = StopSignal.onInterrupt();
                var translator = settings.load(model.folder())) {
            requireEnglish(translator.model().sourceLanguage());
            var figures = measure(plan, translator, new Watch(display::say, stop));
            display.finish();
            PrintWriter out = spec.commandLine().getOut();
            out.print(FidelityReport.text(figures));
            out.flush();
            output.write(FidelityReport.json(figures), FidelityReport.chart(figures));
            return figures.stopped() ? BenchEngineCommand.INTERRUPTED : ExitCode.OK;
        }
    }

    private FidelityFigures measure(FidelityPlan plan, OnnxTranslator translator, Watch watch) {
        var options = settings.options(translator);
        var engine = settings.newEngine(translator);
        var front = new TranslationEngine(translator, options.withFront(true));
        var bare = new TranslationEngine(translator, options.withFront(false));
        try {
            var underTest = new UnderTest(
                    new SegmentingTextTranslator(engine),
                    () -> engine.stats().front(),
                    new SegmentingTextTranslator(front),
                    new SegmentingTextTranslator(bare));
            return new FidelityBenchmark(plan, underTest, watch).run();
        } finally {
            // All that was wanted has been taken.
            List.of(engine, front, bare).forEach(each -> each.close(Duration.ZERO));
        }
    }

    private void requireSense() {
        var faults = settings.faults();
        if (!faults.isEmpty()) {
            throw refused(String.join("; ", faults));
        }
        if (sentences != null && (sentences < FidelityPlan.FEWEST || sentences > MOST_SENTENCES)) {
            throw refused(String.format(
                    Locale.ROOT,
                    "--sentences is %d, and must lie between %d and %d",
                    sentences,
                    FidelityPlan.FEWEST,
                    MOST_SENTENCES));
        }
        if ((source == null) != (references == null)) {
            throw refused("--source and --references go together");
        }
    }

    private FidelityPlan plan() {
        int count = sentences != null ? sentences : quick ? QUICK_SENTENCES : SENTENCES;
        if (source == null) {
            return FidelityPlan.of(count).of(parts);
        }
        var sources = LineFile.read(source);
        var targets = LineFile.read(references);
        targets.requireSameLength(sources);
        return FidelityPlan.of(count, sources.lines(), targets.lines()).of(parts);
    }

    private void requireEnglish(String language) {
        if (!Locale.forLanguageTag(language).getLanguage().equals("en")) {
            throw refused("the sentences of this benchmark are English, and the model reads " + language);
        }
    }

    private ParameterException refused(String reason) {
        return new ParameterException(spec.commandLine(), reason);
    }
}
