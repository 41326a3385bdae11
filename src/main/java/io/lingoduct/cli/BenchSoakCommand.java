package io.lingoduct.cli;

import io.lingoduct.bench.BenchProgress;
import io.lingoduct.bench.Watch;
import io.lingoduct.bench.soak.SoakBenchmark;
import io.lingoduct.bench.soak.SoakPlan;
import io.lingoduct.bench.soak.SoakReport;
import io.lingoduct.cli.KeyOptions.KeyOption;
import io.lingoduct.engine.EngineOptions;
import io.lingoduct.model.SearchOptions;
import io.lingoduct.model.runtime.OnnxTranslator;
import io.lingoduct.observe.StandardStreams;
import io.lingoduct.process.StopSignal;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code lingoduct bench soak}. */
@Command(
        name = "soak",
        sortOptions = false,
        description = {
            "Translate made-up sentences of all lengths that a bundle takes, through the engine, and watch the memory of the"
                    + " process: resident (on Linux) and heap. Ctrl-C ends it early with the figures so far."
        },
        mixinStandardHelpOptions = true,
        modelTransformer = KeyOptions.Adder.class,
        versionProvider = Version.class)
final class BenchSoakCommand implements Callable<Integer>, KeyOptions.Owner {

    private static final Duration LONGEST = Duration.ofDays(30);
    private static final int QUEUE = 512;

    private final StandardStreams streams;

    @Spec
    private CommandSpec spec;

    @Option(names = "--minutes", paramLabel = "N", description = "How long to go on; fractions are possible.")
    private Double minutes;

    @Option(
            names = "--sentences",
            paramLabel = "N",
            description = "How many sentences to translate at most; with --minutes, what comes first ends it.")
    private Long sentences;

    @Mixin
    private ModelOption model;

    private final KeyOptions keys =
            new KeyOptions(KeyOption.of(SearchOptions.BEAM_SIZE, "--beam", "K").otherwise("1"));

    @Mixin
    private BenchOutput output;

    BenchSoakCommand() {
        this(StandardStreams.ofProcess());
    }

    BenchSoakCommand(StandardStreams streams) {
        this.streams = streams;
    }

    @Override
    public void addOptions(CommandSpec command) {
        keys.addTo(command);
    }

    @Override
    public Integer call() throws IOException {
        var plan = plan();
        beamSize(); // a wrong one is refused before anything starts
        output.check();
        var display = new BenchProgress(streams.err(), streams.progress(), System::nanoTime);
        try (var stop = StopSignal.onInterrupt();
                var translator = OnnxTranslator.load(model.folder())) {
            var figures = new SoakBenchmark(plan, translator, options(translator), new Watch(display::say, stop)).run();
            display.finish();
            PrintWriter out = spec.commandLine().getOut();
            out.print(SoakReport.text(figures));
            out.flush();
            output.write(SoakReport.json(figures), SoakReport.chart(figures));
            return figures.stopped() ? BenchEngineCommand.INTERRUPTED : ExitCode.OK;
        }
    }

    private SoakPlan plan() {
        if (minutes == null && sentences == null) {
            throw new ParameterException(spec.commandLine(), "say when to end, with --minutes or --sentences");
        }
        if (minutes != null && !(minutes > 0 && minutes <= LONGEST.toMinutes())) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--minutes is " + minutes + ", and must lie between 0 and " + LONGEST.toMinutes());
        }
        if (sentences != null && sentences < 1) {
            throw new ParameterException(
                    spec.commandLine(), "--sentences is " + sentences + ", and must be at least 1");
        }
        var time = minutes == null ? LONGEST : Duration.ofMillis(Math.round(60_000 * minutes));
        return SoakPlan.of(time, sentences == null ? Long.MAX_VALUE : sentences);
    }

    private int beamSize() {
        return keys.read(section -> section.find(SearchOptions.BEAM_SIZE)).orElse(1);
    }

    private EngineOptions options(OnnxTranslator translator) {
        int beam = beamSize();
        int most = translator.model().maxBeamSize();
        if (beam > most) {
            throw new ParameterException(
                    spec.commandLine(), "--beam is " + beam + ", and must be at most the model's " + most);
        }
        // A short queue: what waits is part of the heap that is watched, and is drained or given up at the end.
        return EngineOptions.defaults()
                .withQueueCapacity(QUEUE)
                .withSearch(beam == 1 ? SearchOptions.GREEDY : SearchOptions.beam(beam));
    }
}
