package io.lingoduct.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.lingoduct.cli.KeyOptions.KeyOption;
import io.lingoduct.demo.Demo;
import io.lingoduct.demo.DemoSession;
import io.lingoduct.demo.DemoSession.LineSource;
import io.lingoduct.demo.EmbeddedBroker.PortTakenException;
import io.lingoduct.demo.ExampleSentences;
import io.lingoduct.model.SearchOptions;
import io.lingoduct.observe.StandardStreams;
import io.lingoduct.text.lines.LineReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code lingoduct demo}: a Kafka broker and a translating stream in one process, to try out without any set-up. */
@Command(
        name = "demo",
        description = {
            "Start a Kafka broker and a translating stream in this process and translate what is typed.",
            "With --once, print one line SOURCE<TAB>TRANSLATION for each sentence and end; tabs within a sentence or a"
                    + " translation are printed as spaces."
        },
        mixinStandardHelpOptions = true,
        modelTransformer = KeyOptions.Adder.class,
        versionProvider = Version.class)
final class DemoCommand implements Callable<Integer>, KeyOptions.Owner {

    private static final List<String> CHATTY = List.of("org.apache.kafka", "kafka", "state.change.logger");

    private final StandardStreams streams;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ModelOption model;

    @Option(
            names = "--once",
            description = "Translate the sentences and end; exit code 1 if one could not be translated.")
    private boolean once;

    @Option(
            names = "--sentences",
            paramLabel = "FILE",
            description = "Sentences for --once, one a line, in UTF-8. Default: some English examples.")
    private Path sentences;

    @Option(names = "--port", paramLabel = "N", description = "Port of the broker. Default: a free one.")
    private int port;

    private final KeyOptions keys = new KeyOptions(KeyOption.of(SearchOptions.BEAM_SIZE, "--beam", "K"));

    @Option(names = "--verbose", description = "Show what Kafka and the stream log.")
    private boolean verbose;

    DemoCommand() {
        this(StandardStreams.ofProcess());
    }

    DemoCommand(StandardStreams streams) {
        this.streams = streams;
    }

    @Override
    public void addOptions(CommandSpec command) {
        keys.addTo(command);
    }

    @Override
    public Integer call() throws IOException {
        checkOptions();
        setLogLevels();
        try (var file = sentences == null ? null : Files.newInputStream(sentences);
                var demo = new Demo()) {
            Runtime.getRuntime().addShutdownHook(new Thread(demo::close, "demo-shutdown"));
            start(demo);
            var session =
                    new DemoSession(demo, new PrintStream(streams.out(), false, StandardCharsets.UTF_8), streams.err());
            if (once) {
                int failed = session.translateAll(file == null ? examples(demo) : lines(file));
                return failed == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
            }
            session.converse(lines(streams.in()), streams.progress());
            return ExitCode.OK;
        } catch (CancellationException e) {
            // The process is being stopped from outside.
            return ExitCode.SOFTWARE;
        }
    }

    private void checkOptions() {
        if (sentences != null && !once) {
            throw usageFault("--sentences goes with --once", null);
        }
        if (port < 0 || port > 65_535) {
            throw usageFault("--port must lie between 0 and 65535, not " + port, null);
        }
        beamSize(); // a wrong one is refused before anything starts
    }

    /** Kafka's warnings at start and stop are normal for a broker that lives for minutes. */
    private void setLogLevels() {
        var level = verbose ? Level.INFO : Level.ERROR;
        CHATTY.forEach(name -> ((Logger) LoggerFactory.getLogger(name)).setLevel(level));
        ((Logger) LoggerFactory.getLogger("io.lingoduct")).setLevel(verbose ? Level.DEBUG : Level.WARN);
    }

    private void start(Demo demo) {
        var bundle = model.folder();
        long begin = System.nanoTime();
        streams.err().println("Starting a Kafka broker and a translating stream in this process ...");
        try {
            demo.start(bundle, port, beamSize());
        } catch (PortTakenException | IllegalArgumentException e) {
            throw usageFault(e.getMessage(), e);
        }
        streams.err().printf(Locale.ROOT, "Ready after %.1f s.%n", (System.nanoTime() - begin) / 1e9);
    }

    private LineSource examples(Demo demo) {
        var language = demo.model().sourceLanguage();
        var examples = ExampleSentences.in(language);
        if (examples.isEmpty()) {
            throw usageFault("there are no examples in " + language + ": name a file with --sentences", null);
        }
        var iterator = examples.iterator();
        return () -> iterator.hasNext() ? iterator.next() : null;
    }

    private static LineSource lines(InputStream in) {
        var reader = new LineReader(in);
        return () -> {
            var line = reader.readLine();
            return line != null && line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
        };
    }

    /** 0 is what the bundle says. */
    private int beamSize() {
        return keys.read(section -> section.find(SearchOptions.BEAM_SIZE)).orElse(0);
    }

    private ParameterException usageFault(String message, Exception cause) {
        return new ParameterException(spec.commandLine(), message, cause);
    }
}
