package io.lingoduct.cli;

import io.lingoduct.bench.BenchProgress;
import io.lingoduct.bench.BenchmarkStopped;
import io.lingoduct.bench.Watch;
import io.lingoduct.bench.engine.EngineBenchmark;
import io.lingoduct.bench.engine.EngineChart;
import io.lingoduct.bench.engine.EngineJson;
import io.lingoduct.bench.engine.EnginePlan;
import io.lingoduct.bench.engine.EngineReport;
import io.lingoduct.observe.StandardStreams;
import io.lingoduct.process.StopSignal;
import io.lingoduct.text.lines.InputFileException;
import io.lingoduct.text.lines.LineFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code lingoduct bench engine}. */
@Command(
        name = "engine",
        sortOptions = false,
        description = {
            "Measure how fast a bundle translates: each way of running it, beside the naive one (a sentence at a time, a run for"
                    + " each token, the best token looked for in Java) and the machine's speed of bare matrix products in the same"
                    + " run.",
            "",
            "Ctrl-C ends it early with the figures so far. On a machine that does other work too, compare the figures per second"
                    + " of processor time."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class BenchEngineCommand implements Callable<Integer> {

    static final int INTERRUPTED = 130;

    private static final int ROUNDS = 5;
    private static final int QUICK_ROUNDS = 2;

    private final StandardStreams streams;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ModelOption model;

    @Option(
            names = "--source",
            paramLabel = "FILE",
            description =
                    "Sentences to translate, one a line, in UTF-8, plain or .gz; 2,000 spread evenly over a longer file."
                            + " Default: made-up English sentences.")
    private Path source;

    @Option(names = "--rounds", paramLabel = "N", description = "Turns of each variant. Default: 5, with --quick 2.")
    private Integer rounds;

    @Option(names = "--quick", description = "Fewer rounds and made-up sentences: a first impression.")
    private boolean quick;

    @Option(
            names = "--whole",
            description = "Let slow variants translate every sentence, too, and not a sample spread over the lengths.")
    private boolean whole;

    @Mixin
    private BenchOutput output;

    BenchEngineCommand() {
        this(StandardStreams.ofProcess());
    }

    BenchEngineCommand(StandardStreams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        var plan = new EnginePlan(model.folder(), sentences(), rounds(), whole);
        output.check();
        try (var stop = StopSignal.onInterrupt()) {
            return measure(plan, stop);
        }
    }

    private int measure(EnginePlan plan, BooleanSupplier stop) throws IOException {
        var display = new BenchProgress(streams.err(), streams.progress(), System::nanoTime);
        try {
            var figures = new EngineBenchmark(plan, new Watch(display::say, stop)).run();
            display.finish();
            PrintWriter out = spec.commandLine().getOut();
            out.print(EngineReport.of(figures));
            out.flush();
            output.write(EngineJson.of(figures), EngineChart.of(figures));
            return figures.run().stopped() ? INTERRUPTED : ExitCode.OK;
        } catch (BenchmarkStopped e) {
            display.finish();
            streams.err().println("Stopped before there was any figure.");
            return INTERRUPTED;
        }
    }

    private List<String> sentences() {
        if (source == null) {
            return EnginePlan.madeUp(quick);
        }
        var lines = EnginePlan.some(LineFile.read(source).lines());
        if (lines.isEmpty()) {
            throw new InputFileException(source, "has no line with anything on it");
        }
        return lines;
    }

    private int rounds() {
        int count = rounds != null ? rounds : quick ? QUICK_ROUNDS : ROUNDS;
        if (count < 1) {
            throw new ParameterException(spec.commandLine(), "--rounds is " + count + ", and must be at least 1");
        }
        return count;
    }
}
