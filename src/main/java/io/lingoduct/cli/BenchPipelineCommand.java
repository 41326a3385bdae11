package io.lingoduct.cli;

import io.lingoduct.bench.BenchProgress;
import io.lingoduct.bench.BenchmarkStopped;
import io.lingoduct.bench.Watch;
import io.lingoduct.bench.engine.EnginePlan;
import io.lingoduct.bench.pipeline.PipelineBenchmark;
import io.lingoduct.bench.pipeline.PipelinePlan;
import io.lingoduct.bench.pipeline.PipelineReport;
import io.lingoduct.observe.StandardStreams;
import io.lingoduct.process.StopSignal;
import io.lingoduct.text.lines.InputFileException;
import io.lingoduct.text.lines.LineFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code lingoduct bench pipeline}. */
@Command(
        name = "pipeline",
        sortOptions = false,
        description = {
            "Measure the service with a real broker, each in a process of its own on this machine: messages a second beside"
                    + " those of the bare engine on the same texts, the latency at 20 %% and 80 %% of that, and how it grows with"
                    + " partitions, stream threads and instances.",
            "",
            "Ctrl-C ends it early with the figures so far. Let the machine do nothing else meanwhile."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class BenchPipelineCommand implements Callable<Integer> {

    private static final int MOST_MESSAGES = 10_000_000;

    private final StandardStreams streams;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ModelOption model;

    @Option(
            names = "--source",
            paramLabel = "FILE",
            description =
                    "Texts of the messages, one a line, in UTF-8, plain or .gz; 2,000 spread evenly over a longer file."
                            + " Default: made-up English sentences.")
    private Path source;

    @Option(
            names = "--messages",
            paramLabel = "N",
            description =
                    "Messages of each measurement of throughput. Default: what the bare engine translates in 15 s,"
                            + " with --quick in 2 s.")
    private Integer messages;

    @Option(
            names = "--quick",
            description =
                    "Shorter measurements, one round, one and two partitions, threads and instances: a first impression"
                            + " in about a minute.")
    private boolean quick;

    @Mixin
    private BenchOutput output;

    BenchPipelineCommand() {
        this(StandardStreams.ofProcess());
    }

    BenchPipelineCommand(StandardStreams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        if (messages != null && (messages < 1 || messages > MOST_MESSAGES)) {
            throw new ParameterException(
                    spec.commandLine(), "--messages is " + messages + ", and must lie between 1 and " + MOST_MESSAGES);
        }
        var plan = PipelinePlan.of(model.folder(), texts(), messages, quick, BenchInstance.class);
        output.check();
        var display = new BenchProgress(streams.err(), streams.progress(), System::nanoTime);
        try (var stop = StopSignal.onInterrupt()) {
            var figures = new PipelineBenchmark(plan, new Watch(display::say, stop)).run();
            display.finish();
            PrintWriter out = spec.commandLine().getOut();
            out.print(PipelineReport.text(figures));
            out.flush();
            output.write(PipelineReport.json(figures), PipelineReport.chart(figures));
            return figures.run().stopped() ? BenchEngineCommand.INTERRUPTED : ExitCode.OK;
        } catch (BenchmarkStopped e) {
            display.finish();
            streams.err().println("Stopped before there was any figure.");
            return BenchEngineCommand.INTERRUPTED;
        }
    }

    private List<String> texts() {
        if (source == null) {
            return EnginePlan.madeUp(quick);
        }
        var lines = EnginePlan.some(LineFile.read(source).lines());
        if (lines.isEmpty()) {
            throw new InputFileException(source, "has no line with anything on it");
        }
        return lines;
    }
}
