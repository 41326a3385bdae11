package io.lingoduct.streams.route;

import io.lingoduct.serde.MessageFormat;
import io.lingoduct.serde.TextFormat;
import io.lingoduct.service.OutputTopic;
import io.lingoduct.streams.deadletter.DeadLetters;
import io.lingoduct.streams.deadletter.FaultPolicy;
import io.lingoduct.streams.message.InputTopics;
import io.lingoduct.streams.message.Route;
import io.lingoduct.streams.message.RouteFormat;
import io.lingoduct.streams.message.Translations;
import io.lingoduct.streams.message.UpperCaseTranslator;
import io.lingoduct.streams.output.Refusals;
import io.lingoduct.streams.prefetch.PrefetchBuffer;
import io.lingoduct.streams.prefetch.SlowTranslations;
import io.lingoduct.streams.status.RouteProgress;
import io.lingoduct.streams.status.StreamCounters;
import io.lingoduct.streams.topics.TopicBook;
import io.lingoduct.streams.topics.TopicLimits;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.StreamSupport;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/** The topology without a broker: one route from "in" to "out", dead letters to "dead". */
public final class TopologyKit implements AutoCloseable {

    public static final Instant TIME = Instant.parse("2026-03-01T12:00:00Z");

    final UpperCaseTranslator translator = new UpperCaseTranslator();
    final StreamCounters counters = new StreamCounters();
    final AtomicBoolean stopNow = new AtomicBoolean();
    final AtomicBoolean closing = new AtomicBoolean();
    private final TopologyTestDriver driver;
    private final TestInputTopic<byte[], byte[]> input;

    final TopicLimits[] limits;
    final Refusals refusals = new Refusals();
    Exception refusalAlone;

    TopologyKit() {
        this(new TextFormat(), 10_000, 100_000);
    }

    TopologyKit(MessageFormat format, int maxRecordBytes, int maxDeadLetterBytes) {
        this(format, open(maxRecordBytes), open(maxDeadLetterBytes), false);
    }

    TopologyKit(MessageFormat format, TopicLimits output, TopicLimits deadLetters, boolean stackTraces) {
        limits = new TopicLimits[] {output, deadLetters};
        var route = new Route(
                "route",
                InputTopics.named("in"),
                new OutputTopic("out"),
                RouteFormat.same(format),
                Translations.by(translator),
                InstantSource.fixed(TIME));
        var slow = new SlowTranslations();
        var parts = new StreamParts(
                new PrefetchBuffer(1000, 100, slow),
                slow,
                counters,
                new RouteProgress(Clock.fixed(TIME, ZoneOffset.UTC)),
                refusals,
                record -> Optional.ofNullable(refusalAlone),
                stopNow::get,
                new OutAndDead());
        var letters = new DeadLetters("dead", parts.topics(), stackTraces, Clock.fixed(TIME, ZoneOffset.UTC));
        driver = new TopologyTestDriver(
                TranslationTopology.build(route, parts),
                TestSettings.with(new FaultPolicy(
                        letters, parts.refusals(), parts.alone(), parts.progress(), parts.counters(), closing::get)));
        input = driver.createInputTopic("in", new ByteArraySerializer(), new ByteArraySerializer());
    }

    static TopicLimits open(int maxMessageBytes) {
        return new TopicLimits(maxMessageBytes, false, Long.MAX_VALUE, Long.MAX_VALUE);
    }

    private final class OutAndDead implements TopicBook {

        @Override
        public int partitions(String topic) {
            return 1;
        }

        @Override
        public TopicLimits limits(String topic) {
            return limits[topic.equals("dead") ? 1 : 0];
        }

        @Override
        public TopicLimits limitsAnew(String topic) {
            return limits(topic);
        }

        @Override
        public void forget(String topic) {
            // what is known is given
        }
    }

    void sendAt(Instant time, String key, String value) {
        input.pipeInput(new TestRecord<>(bytes(key), bytes(value), new RecordHeaders(), time));
    }

    void send(String key, byte[] value, Header... headers) {
        input.pipeInput(new TestRecord<>(bytes(key), value, new RecordHeaders(headers), TIME));
    }

    void send(String key, String value, Header... headers) {
        send(key, bytes(value), headers);
    }

    List<TestRecord<byte[], byte[]>> translated() {
        return read("out");
    }

    List<TestRecord<byte[], byte[]>> deadLetters() {
        return read("dead");
    }

    /** Values of the output topic as text. */
    List<String> texts() {
        return translated().stream().map(record -> text(record.value())).toList();
    }

    public static byte[] bytes(String text) {
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }

    public static String text(byte[] bytes) {
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }

    public static List<String> names(Headers headers) {
        return StreamSupport.stream(headers.spliterator(), false)
                .map(Header::key)
                .toList();
    }

    public static String header(Headers headers, String name) {
        return text(headers.lastHeader(name).value());
    }

    @Override
    public void close() {
        driver.close();
    }

    private List<TestRecord<byte[], byte[]>> read(String topic) {
        return driver.createOutputTopic(topic, new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList();
    }
}
