package io.lingoduct.cli;

import io.lingoduct.observe.StandardStreams;
import io.lingoduct.observe.TellingOutput;
import io.lingoduct.process.StopSignal;
import io.lingoduct.service.ServeConfig;
import io.lingoduct.tools.Clients;
import io.lingoduct.tools.TopicCatalog;
import io.lingoduct.tools.TopicScan;
import io.lingoduct.tools.deadletters.DeadLetter;
import io.lingoduct.tools.deadletters.DeadLetterFilter;
import io.lingoduct.tools.deadletters.DeadLetterList;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code lingoduct dead-letters}: shows messages that could not be translated, and sends them again. */
@Command(
        name = "dead-letters",
        description = {
            "Show the messages that could not be translated, or send them back to the topics they came from.",
            "The topic of dead letters is that of --config, unless --topic names one."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class DeadLettersCommand implements Callable<Integer> {

    private final StandardStreams streams;

    @Spec
    private CommandSpec spec;

    @ArgGroup(multiplicity = "1")
    private Action action;

    /** The actions, of which one is chosen. */
    static final class Action {

        @Option(names = "--list", description = "Show where they came from and why they failed.")
        private boolean list;

        @Option(
                names = "--replay",
                description = "Send each one to its original topic again, once: what was sent is noted, in the same"
                        + " transaction, as the offsets of a consumer group.")
        private boolean replay;
    }

    @Mixin
    private KafkaOptions kafka;

    @Option(names = "--topic", paramLabel = "TOPIC", description = "Topic of the dead letters.")
    private String topic;

    @Option(
            names = "--cause",
            paramLabel = "REGEX",
            description = "Only those whose exception or message holds what this expression finds.")
    private Pattern cause;

    @Option(names = "--from-topic", paramLabel = "TOPIC", description = "Only those that came from this topic.")
    private String fromTopic;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            converter = Times.Point.class,
            description = "Only those whose original message is not older: 2026-01-31, 2026-01-31T12:00:00Z, or a time"
                    + " ago such as 2h.")
    private Instant since;

    @Option(names = "--json", description = "With --list: JSON, one letter a line, instead of a table.")
    private boolean json;

    @Option(names = "--show-values", description = "With --list: show keys and values, too.")
    private boolean showValues;

    @ArgGroup(exclusive = false)
    private ReplayOptions replay = new ReplayOptions();

    DeadLettersCommand() {
        this(StandardStreams.ofProcess());
    }

    DeadLettersCommand(StandardStreams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        checkOptions();
        var clients = new Clients(kafka.settings());
        var name = topic != null
                ? topic
                : kafka.serveConfig().map(ServeConfig::deadLetters).orElseThrow(this::noTopic);
        var filter = new DeadLetterFilter(cause, fromTopic, since);
        try (var stop = StopSignal.onInterrupt();
                var topics = TopicCatalog.connect(clients.settings(), KafkaOptions.ANSWER_LIMIT)) {
            var partitions = topics.existing(name);
            if (action.replay) {
                return replay.run(clients, topics, partitions, filter, stop, streams);
            }
            list(clients, partitions, filter, stop);
            return ExitCode.OK;
        }
    }

    private void list(Clients clients, List<TopicPartition> partitions, DeadLetterFilter filter, StopSignal stop)
            throws IOException {
        var shown = new AtomicLong();
        var written = new TellingOutput(streams.out());
        var out = new PrintStream(new BufferedOutputStream(written), false, StandardCharsets.UTF_8);
        var letters = DeadLetterList.of(json, out, showValues);
        try (var consumer = clients.reader(IsolationLevel.READ_COMMITTED)) {
            new TopicScan(consumer, () -> stop.getAsBoolean() || out.checkError())
                    .run(partitions, Map.of(), batch -> batch.stream()
                            .map(DeadLetter::new)
                            .filter(filter)
                            .peek(letter -> shown.incrementAndGet())
                            .forEach(letters::add));
        }
        letters.end();
        out.flush();
        written.check();
        streams.say("Dead letters shown: " + shown);
    }

    private void checkOptions() {
        if (action.replay && (json || showValues)) {
            throw new ParameterException(spec.commandLine(), "--json and --show-values go with --list");
        }
        if (action.list && replay.given()) {
            throw new ParameterException(spec.commandLine(), "--dry-run, --to and --group go with --replay");
        }
    }

    private ParameterException noTopic() {
        return new ParameterException(spec.commandLine(), "name the topic of the dead letters: --topic or --config");
    }
}
