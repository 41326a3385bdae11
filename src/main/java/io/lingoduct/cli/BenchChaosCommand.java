package io.lingoduct.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.lingoduct.bench.BenchmarkStopped;
import io.lingoduct.bench.Watch;
import io.lingoduct.bench.chaos.ChaosBenchmark;
import io.lingoduct.bench.chaos.ChaosPlan;
import io.lingoduct.bench.chaos.ChaosReport;
import io.lingoduct.bench.chaos.event.ChaosEvent;
import io.lingoduct.bench.chaos.scene.SceneSettings;
import io.lingoduct.bench.chaos.scene.Timing;
import io.lingoduct.bench.engine.EnginePlan;
import io.lingoduct.observe.StandardStreams;
import io.lingoduct.process.StopSignal;
import io.lingoduct.text.lines.InputFileException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code lingoduct bench chaos}. */
@Command(
        name = "chaos",
        sortOptions = false,
        description = {
            "Let things go wrong while messages flow: two instances of the service and a broker, each in a process of its own on"
                    + " this machine, are killed, stopped and restarted, topics and the registry go away, and messages come that"
                    + " must be refused. Every message is accounted for.",
            "",
            "Exit code 0 if no message was missing, doubled or out of order, every message to refuse is in the dead letters once, and"
                    + " no route was late by more than a minute that no event had hit; else 1, and the logs of the processes are"
                    + " kept. Ctrl-C ends it without a verdict.",
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class BenchChaosCommand implements Callable<Integer> {

    private static final double LONGEST_MINUTES = 240;
    private static final double HIGHEST_RATE = 10_000;
    /** An account of each is kept in memory. */
    private static final double MOST_MESSAGES = 5_000_000;

    private final StandardStreams streams;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--minutes",
            paramLabel = "N",
            description =
                    "How long events go on; the last messages take up to two minutes more. Default: ${DEFAULT-VALUE}.",
            defaultValue = "5")
    private double minutes;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description =
                    "The same seed gives the same events in the same order, to the same instances and routes. Default: ${DEFAULT-VALUE}.",
            defaultValue = "1")
    private long seed;

    @Mixin
    private ModelOption model;

    @Option(
            names = "--rate",
            paramLabel = "N",
            description = "Messages a second, to four routes in turn. Default: ${DEFAULT-VALUE}.",
            defaultValue = "40")
    private double rate;

    @Option(
            names = "--events",
            paramLabel = "EVENT",
            split = ",",
            description = "What may happen: ${COMPLETION-CANDIDATES}. Default: all.")
    private List<ChaosEvent> events = List.of(ChaosEvent.values());

    BenchChaosCommand() {
        this(StandardStreams.ofProcess());
    }

    BenchChaosCommand(StandardStreams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        check("--minutes", minutes, LONGEST_MINUTES);
        check("--rate", rate, HIGHEST_RATE);
        if (60 * minutes * rate > MOST_MESSAGES) {
            throw new ParameterException(
                    spec.commandLine(),
                    String.format(
                            Locale.ROOT,
                            "--minutes and --rate make %,.0f messages, and at most %,.0f are possible",
                            60 * minutes * rate,
                            MOST_MESSAGES));
        }
        if (!Files.isDirectory(model.folder())) {
            throw new InputFileException(model.folder(), "is no folder of a model bundle");
        }
        var plan = new ChaosPlan(
                new SceneSettings(
                        model.folder().toAbsolutePath(),
                        BenchInstance.class,
                        EnginePlan.madeUp(true),
                        rate,
                        Timing.usual()),
                events.stream().distinct().toList(),
                Integer.MAX_VALUE,
                Duration.ofSeconds(Math.round(60 * minutes)),
                seed);
        // The clients here tell at length of a broker that is away; the processes under test have logs of their own.
        ((Logger) LoggerFactory.getLogger("org.apache.kafka")).setLevel(Level.ERROR);
        try (var stop = StopSignal.onInterrupt()) {
            var result = new ChaosBenchmark(plan, new Watch(streams.err()::println, stop)).run();
            PrintWriter out = spec.commandLine().getOut();
            out.print(ChaosReport.text(result));
            out.flush();
            return result.holds() ? ExitCode.OK : ExitCode.SOFTWARE;
        } catch (BenchmarkStopped e) {
            streams.err().println("Stopped before there was a verdict.");
            return BenchEngineCommand.INTERRUPTED;
        }
    }

    private void check(String option, double value, double most) {
        if (!(value > 0 && value <= most)) {
            throw new ParameterException(
                    spec.commandLine(), option + " is " + value + ", and must be above 0 and at most " + most);
        }
    }
}
