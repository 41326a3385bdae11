package io.lingoduct.cli;

import io.lingoduct.observe.Printable;
import io.lingoduct.observe.StandardStreams;
import io.lingoduct.process.StopSignal;
import io.lingoduct.tools.Clients;
import io.lingoduct.tools.KafkaToolException;
import io.lingoduct.tools.RecordLine;
import io.lingoduct.tools.TopicCatalog;
import io.lingoduct.tools.TopicReader;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.IsolationLevel;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lingoduct consume}: prints the messages of a topic. */
@Command(
        name = "consume",
        description = {
            "Print the messages of a Kafka topic, one a line, until Ctrl-C or a limit is reached.",
            "Belongs to no consumer group: it takes nothing away from anybody.",
            "On a terminal, control characters are shown as escapes; into a file or a pipe everything goes as it is."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class ConsumeCommand implements Callable<Integer> {

    private final StandardStreams streams;

    @Option(names = "--from", required = true, paramLabel = "TOPIC", description = "Topic to read.")
    private String topic;

    @Mixin
    private KafkaOptions kafka;

    @Mixin
    private LineFormat format;

    @Option(names = "--print-key", description = "Print the key before the value.")
    private boolean printKey;

    @Option(names = "--print-headers", description = "Print the headers before key and value: name=value,name=value.")
    private boolean printHeaders;

    @Option(names = "--print-offsets", description = "Print PARTITION:OFFSET at the beginning of the line.")
    private boolean printOffsets;

    @Option(
            names = "--key-separator",
            paramLabel = "TEXT",
            defaultValue = "\\t",
            description = "What stands between these and the value; \\t is a tab. Default: a tab.")
    private String separator;

    @Option(names = "--partition", paramLabel = "N", description = "Partition to read. Default: all.")
    private Integer partition;

    @Option(
            names = "--from-beginning",
            description = "Begin with the oldest message. Default: with those written from now on.")
    private boolean fromBeginning;

    @Option(names = "--max-messages", paramLabel = "N", description = "End after so many messages. Default: go on.")
    private long maxMessages = Long.MAX_VALUE;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            converter = Times.Span.class,
            description = "End when no message has come for so long, such as 10s. Default: go on.")
    private Duration timeout;

    @Option(
            names = "--isolation",
            paramLabel = "LEVEL",
            description = "read_committed: only what counts. read_uncommitted: what open and aborted transactions have"
                    + " written, too. Default: read_committed.")
    private IsolationLevel isolation = IsolationLevel.READ_COMMITTED;

    ConsumeCommand() {
        this(StandardStreams.ofProcess());
    }

    ConsumeCommand(StandardStreams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        var lines = new Lines(
                new RecordLine(
                        format.values(topic, kafka.serveConfig()),
                        printOffsets,
                        printHeaders,
                        printKey,
                        LineFormat.separator(separator)),
                new BufferedOutputStream(streams.out(), 1 << 16));
        var clients = new Clients(kafka.settings());
        try (var stop = StopSignal.onInterrupt();
                var topics = TopicCatalog.connect(clients.settings(), KafkaOptions.ANSWER_LIMIT)) {
            var partitions = topics.existing(topic, partition);
            try (var consumer = clients.reader(isolation)) {
                var reader = new TopicReader(consumer, stop, System::nanoTime);
                reader.start(partitions, fromBeginning);
                reader.run(new TopicReader.Limits(maxMessages, timeout), lines);
            }
        } catch (IOException e) {
            if (StandardStreams.isClosedPipe(e)) {
                return ExitCode.OK;
            }
            throw e;
        }
        return lines.malformed == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    /** Lines of messages; those whose value is not of the format are told of and left out. */
    private final class Lines implements TopicReader.Sink {

        private final RecordLine line;
        private final OutputStream out;
        private long malformed;

        private Lines(RecordLine line, OutputStream out) {
            this.line = line;
            this.out = out;
        }

        @Override
        public void take(ConsumerRecord<byte[], byte[]> message) throws IOException {
            try {
                var text = line.of(message);
                out.write((streams.watched() ? Printable.lines(text) : text).getBytes(StandardCharsets.UTF_8));
                out.write('\n');
            } catch (KafkaToolException e) {
                malformed++;
                streams.say(e.getMessage());
            }
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }
    }
}
