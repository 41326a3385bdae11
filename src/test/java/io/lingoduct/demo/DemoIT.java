package io.lingoduct.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.lingoduct.demo.DemoSession.LineSource;
import io.lingoduct.model.TestBundles;
import io.lingoduct.model.bundle.BundleException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole demo in this process, with a model that writes lower-case letters as upper-case ones. */
class DemoIT {

    @TempDir
    private static Path folder;

    private static Path bundle;
    private static Demo demo;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final DemoSession session = new DemoSession(demo, printStream(out), printStream(err));

    @BeforeAll
    static void start() {
        bundle = TestBundles.withBeam().write(folder.resolve("bundle"));
        demo = new Demo();
        demo.start(bundle, 0, 2);
    }

    @AfterAll
    static void stop() {
        demo.close();
    }

    @Test
    void shouldPrintOneLineForEachSourceLineInOrder() throws Exception {
        var lines = IntStream.range(0, 200).mapToObj(i -> "Line " + i).toList();

        session.translateAll(source(lines));

        assertThat(out(out))
                .isEqualTo(lines.stream()
                        .map(line -> line + "\t" + line.toUpperCase() + "\n")
                        .collect(Collectors.joining()));
    }

    @Test
    void shouldGiveAnEmptyTranslationForAnEmptyLine() throws Exception {
        int failed = session.translateAll(source(List.of("A", "", "B")));

        assertThat(out(out)).isEqualTo("A\tA\n\t\nB\tB\n");
        assertThat(failed).isZero();
    }

    @Test
    void shouldPrintExactlyOneTab() throws Exception {
        session.translateAll(source(List.of("A\tB\rC\u2028D")));

        assertThat(out(out)).isEqualTo("A B C D\tA B C D\n");
    }

    @Test
    void shouldReportDeadLettersAndGoOn() throws Exception {
        int failed = session.translateAll(source(List.of("A", "B" + TestBundles.POISON, "C")));

        assertThat(failed).isEqualTo(1);
        assertThat(out(out)).isEqualTo("A\tA\nB" + TestBundles.POISON + "\t\nC\tC\n");
        assertThat(out(err)).startsWith("line 2: not translated, see the dead letters: ");
    }

    @Test
    void shouldReportALineThatIsTooLongForTheBroker() throws Exception {
        int failed = session.translateAll(source(List.of("x".repeat(2_000_000), "A")));

        assertThat(failed).isEqualTo(1);
        assertThat(out(out)).endsWith("x\t\nA\tA\n");
    }

    @Test
    void shouldTranslateWhatIsTyped() throws Exception {
        session.converse(source(List.of("Hello")), true);

        assertThat(out(out)).endsWith("  HELLO\n");
        assertThat(out(err)).contains(demo.bootstrapServers(), "lingoduct.en", "lingoduct.de", "> ");
    }

    @Test
    void shouldServeOtherClientsToo() throws Exception {
        Map<String, Object> config = Map.of(
                "bootstrap.servers", demo.bootstrapServers(), "group.id", "guest", "auto.offset.reset", "earliest");
        try (var producer = new KafkaProducer<>(config, new StringSerializer(), new StringSerializer());
                var consumer = new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of("lingoduct.de"));
            producer.send(new ProducerRecord<>("lingoduct.en", "From a guest")).get();

            var seen = new ArrayList<String>();
            await().untilAsserted(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(message -> seen.add(message.value()));
                assertThat(seen).contains("FROM A GUEST");
            });
        }
    }

    @Test
    void shouldRefuseABadBundleBeforeAnythingStarts() {
        try (var other = new Demo()) {
            assertThatThrownBy(() -> other.start(folder.resolve("absent"), 0, 0))
                    .isInstanceOf(BundleException.class);
        }
    }

    @Test
    void shouldRefuseABeamThatTheModelDoesNotTake() {
        try (var other = new Demo()) {
            assertThatThrownBy(() -> other.start(bundle, 0, 5))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("at most 4");
        }
    }

    @Test
    void shouldNotStartOnceItIsClosed() {
        var other = new Demo();
        other.close();

        assertThatThrownBy(() -> other.start(bundle, 0, 0)).isInstanceOf(CancellationException.class);
    }

    private static LineSource source(List<String> lines) {
        var iterator = lines.iterator();
        return () -> iterator.hasNext() ? iterator.next() : null;
    }

    private static PrintStream printStream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String out(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
