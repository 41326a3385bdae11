package io.lingoduct.cli;

import static io.lingoduct.streams.BrokerKit.bytes;
import static io.lingoduct.streams.BrokerKit.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.streams.BrokerKit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The commands around topics, on a real broker. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class ToolsIT {

    private static final int STOPPED_BY_SIGTERM = 128 + 15;

    private static BrokerKit broker;

    @BeforeAll
    static void start() {
        broker = new BrokerKit();
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @Test
    void shouldPrintWhatWasProducedWithKeysAndHeaders() throws Exception {
        broker.createTopics(2, "texts");

        var sent = produce(
                "k1=Good evening\nk2=Füße = feet\nk3=none\n",
                "--to=texts",
                "--key-separator==",
                "--partition=1",
                "--header=origin=a=b",
                "--header=second=2",
                "--null-value=none");
        var read = consume(
                "--from=texts",
                "--from-beginning",
                "--max-messages=3",
                "--print-key",
                "--print-headers",
                "--print-offsets",
                "--key-separator= | ");

        assertThat(sent.status()).isZero();
        assertThat(sent.err()).isEqualToIgnoringNewLines("Sent to texts: 3");
        assertThat(read.status()).isZero();
        assertThat(read.out())
                .isEqualTo("1:0 | origin=a=b,second=2 | k1 | Good evening\n"
                        + "1:1 | origin=a=b,second=2 | k2 | Füße = feet\n"
                        + "1:2 | origin=a=b,second=2 | k3 | null\n");
    }

    @Test
    void shouldWriteAndReadAvroRecords() throws Exception {
        broker.createTopics(1, "records");

        produce("Good evening\n", "--to=records", "--format=avro", "--text");
        produce("{\"text\":\"Good night\",\"metadata\":{\"id\":\"7\"}}\n", "--to=records", "--format=avro");

        assertThat(consume("--from=records", "--from-beginning", "--format=avro", "--max-messages=2")
                        .out())
                .isEqualTo("{\"text\":\"Good evening\",\"metadata\":{}}\n"
                        + "{\"text\":\"Good night\",\"metadata\":{\"id\":\"7\"}}\n");
    }

    @Test
    void shouldEscapeControlCharactersOnATerminalOnly() throws Exception {
        broker.createTopics(1, "hostile");
        var hostile = "\u001B[2J \u202Etxt\tGrüße";
        produce(hostile + "\n", "--to=hostile", "--header=h=" + hostile);
        var args = new String[] {
            "--from=hostile",
            "--from-beginning",
            "--max-messages=1",
            "--print-headers",
            "--bootstrap-servers=" + broker.bootstrapServers()
        };

        var piped = ToolsKit.run(ConsumeCommand::new, "", args);
        var shown = ToolsKit.runOnTerminal(ConsumeCommand::new, args);

        assertThat(piped.out()).isEqualTo("h=" + hostile + "\t" + hostile + "\n");
        assertThat(shown.out()).isEqualTo("h=%1$s\t%1$s\n".formatted("\\u001B[2J \\u202Etxt\tGrüße"));
    }

    @Test
    void shouldTellOfValuesThatAreNotOfTheFormatAndGoOn() throws Exception {
        broker.createTopics(1, "mixed");
        produce("{\"a\": 1}\nplain\n2\n", "--to=mixed");

        var read = consume("--from=mixed", "--from-beginning", "--format=json", "--max-messages=3");

        assertThat(read.out()).isEqualTo("{\"a\": 1}\n2\n");
        assertThat(read.err()).startsWith("mixed-0 offset 1: not JSON");
        assertThat(read.status()).isEqualTo(1);
    }

    @Test
    void shouldEndWhenNothingComes() throws Exception {
        broker.createTopics(1, "silent");
        produce("before\n", "--to=silent");

        assertThat(consume("--from=silent", "--timeout=200ms").out()).isEmpty();
    }

    @Test
    void shouldNameTheTopicOrThePartitionThatIsNotThere() throws Exception {
        broker.createTopics(2, "two");

        assertThat(consume("--from=nowhere").err()).contains("no such topic at").contains("nowhere");
        assertThat(produce("a\n", "--to=nowhere").status()).isEqualTo(2);
        assertThat(produce("a\n", "--to=two", "--partition=2").err()).contains("has the partitions 0 to 1");
    }

    @Test
    void shouldSayWhichSettingToChangeIfNoBrokerAnswers() {
        var run = ToolsKit.run(ConsumeCommand::new, "", "--from=a", "--bootstrap-servers=127.0.0.1:9");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err())
                .contains("no broker answers at 127.0.0.1:9 within 10 s")
                .contains("--bootstrap-servers");
    }

    @Test
    void shouldTakeTheBrokersFromAFile(@TempDir Path folder) throws Exception {
        broker.createTopics(1, "by-file");
        var file = Files.writeString(
                folder.resolve("client.properties"), "bootstrap.servers=" + broker.bootstrapServers());

        assertThat(ToolsKit.run(ProduceCommand::new, "a\n", "--to=by-file", "--kafka-config=" + file)
                        .status())
                .isZero();
    }

    @Test
    void shouldPrintAllItHasReadWhenItIsStopped(@TempDir Path folder) throws Exception {
        broker.createTopics(1, "followed");
        var out = folder.resolve("out");
        var process = ToolsKit.builder(
                        "consume",
                        "--from=followed",
                        "--from-beginning",
                        "--bootstrap-servers=" + broker.bootstrapServers())
                .redirectOutput(out.toFile())
                .redirectError(folder.resolve("err").toFile())
                .start();
        try {
            produce("one\ntwo\n", "--to=followed");
            Awaitility.await()
                    .atMost(60, TimeUnit.SECONDS)
                    .failFast("the process has ended", () -> !process.isAlive())
                    .until(() -> Files.readString(out).equals("one\ntwo\n"));
            process.destroy();
            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).isEqualTo(STOPPED_BY_SIGTERM);
        assertThat(folder.resolve("err")).isEmptyFile();
    }

    @Test
    void shouldFlushWhatWasTypedBeforeItIsStopped(@TempDir Path folder) throws Exception {
        broker.createTopics(1, "typed");
        var err = folder.resolve("err");
        var process = ToolsKit.builder("produce", "--to=typed", "--bootstrap-servers=" + broker.bootstrapServers())
                .redirectError(err.toFile())
                .start();
        try {
            process.getOutputStream().write(bytes("one\n"));
            process.getOutputStream().flush();
            assertThat(broker.read("typed", 1)).hasSize(1);
            process.destroy();
            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(err).content().isEqualToIgnoringNewLines("Sent to typed: 1");
    }

    @Test
    void shouldReadACommittedMessageOfATransactionOnly() throws Exception {
        broker.createTopics(1, "transactional");
        Map<String, Object> settings =
                Map.of("bootstrap.servers", broker.bootstrapServers(), "transactional.id", "test");
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>("transactional", bytes("aborted")));
            producer.flush();
            producer.abortTransaction();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>("transactional", bytes("committed")));
            producer.commitTransaction();
        }

        assertThat(consume("--from=transactional", "--from-beginning", "--timeout=1s")
                        .out())
                .isEqualTo("committed\n");
        assertThat(consume("--from=transactional", "--from-beginning", "--timeout=1s", "--isolation=read_uncommitted")
                        .out())
                .isEqualTo("aborted\ncommitted\n");
        assertThat(List.of(text(broker.read("transactional", 1).get(0).value())))
                .containsExactly("committed");
    }

    private static ToolsKit.Run produce(String input, String... args) {
        return ToolsKit.run(ProduceCommand::new, input, withBroker(args));
    }

    private static ToolsKit.Run consume(String... args) {
        return ToolsKit.run(ConsumeCommand::new, "", withBroker(args));
    }

    private static String[] withBroker(String... args) {
        var all = new ArrayList<>(List.of(args));
        all.add("--bootstrap-servers=" + broker.bootstrapServers());
        return all.toArray(String[]::new);
    }
}
