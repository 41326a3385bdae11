package io.lingoduct.cli;

import io.lingoduct.observe.StandardStreams;
import io.lingoduct.text.lines.LineReader;
import io.lingoduct.tools.Clients;
import io.lingoduct.tools.LineProducer;
import io.lingoduct.tools.LineRecords;
import io.lingoduct.tools.TopicCatalog;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lingoduct produce}: writes lines into a topic. */
@Command(
        name = "produce",
        description = "Write each line of standard input into a Kafka topic, as one message.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class ProduceCommand implements Callable<Integer> {

    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);

    private final StandardStreams streams;

    @Option(names = "--to", required = true, paramLabel = "TOPIC", description = "Topic to write into.")
    private String topic;

    @Mixin
    private KafkaOptions kafka;

    @Mixin
    private LineFormat format;

    @Option(
            names = "--key-separator",
            paramLabel = "TEXT",
            description = "Ends the key at the beginning of each line; \\t is a tab. Default: lines hold no key.")
    private String keySeparator;

    @Option(
            names = "--header",
            paramLabel = "NAME=VALUE",
            description = "Header to put on every message; may be given several times.")
    private List<String> headers = List.of();

    @Option(
            names = "--null-value",
            paramLabel = "TEXT",
            description = "Value that stands for none: such a line becomes a tombstone. Default: there are none.")
    private String nullMarker;

    @Option(names = "--partition", paramLabel = "N", description = "Partition to write to. Default: by the key.")
    private Integer partition;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            defaultValue = "30s",
            converter = Times.Span.class,
            description = "How long the brokers may take for a message, such as 30s. Default: 30s.")
    private Duration timeout;

    private boolean summarized;

    ProduceCommand() {
        this(StandardStreams.ofProcess());
    }

    ProduceCommand(StandardStreams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        var records = new LineRecords(
                topic,
                partition,
                LineFormat.separator(keySeparator),
                headers.stream().map(LineRecords::header).toList(),
                nullMarker,
                format.values(topic, kafka.serveConfig()));
        var clients = new Clients(kafka.settings());
        try (var topics = TopicCatalog.connect(clients.settings(), KafkaOptions.ANSWER_LIMIT)) {
            topics.existing(topic, partition);
        }
        try (var producer = clients.writer(timeout)) {
            var stopped = new AtomicBoolean();
            var lines = new LineProducer(producer, records, stopped::get);
            // Who waits for a line to be typed cannot be told to end. Where the process is stopped as the lines end by
            // themselves, the hook waits for the summary, or writes it.
            var hook = new Thread(
                    () -> {
                        stopped.set(true);
                        producer.close(CLOSE_LIMIT);
                        summarize(lines);
                    },
                    "lingoduct-flush");
            Runtime.getRuntime().addShutdownHook(hook);
            try {
                send(lines);
            } finally {
                if (!stopped.get()) {
                    summarize(lines);
                    remove(hook);
                }
            }
        }
        return ExitCode.OK;
    }

    private void send(LineProducer lines) throws IOException {
        var reader = new LineReader(streams.in());
        lines.run(reader::readLine);
        if (reader.malformedLines() > 0) {
            streams.err()
                    .println("warning: lines not valid UTF-8; the malformed bytes were sent as U+FFFD: "
                            + reader.malformedLines());
        }
    }

    /** False where the process has begun to end since; the hook then finds the summary written. */
    private static boolean remove(Thread hook) {
        try {
            return Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            return false;
        }
    }

    private synchronized void summarize(LineProducer lines) {
        if (!summarized) {
            summarized = true;
            streams.err().println("Sent to " + topic + ": " + lines.delivered());
        }
    }
}
