package io.lingoduct.tools;

import static io.lingoduct.tools.deadletters.Letters.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class LineProducerTest {

    private final MockProducer<byte[], byte[]> producer = mockProducer(true);

    @Test
    void shouldSendOneMessageForEachLineInOrder() throws IOException {
        var lines = send(records(null, null), "one", "", "three");

        assertThat(producer.history())
                .extracting(ProducerRecord::value)
                .containsExactly(bytes("one"), bytes(""), bytes("three"));
        assertThat(producer.history()).extracting(ProducerRecord::key).containsOnlyNulls();
        assertThat(lines.delivered()).isEqualTo(3);
        assertThat(producer.flushed()).isTrue();
    }

    @Test
    void shouldCutTheKeyOffAtTheFirstSeparator() throws IOException {
        send(records("=>", null), "k=>a=>b");

        assertThat(producer.history().get(0).key()).isEqualTo(bytes("k"));
        assertThat(producer.history().get(0).value()).isEqualTo(bytes("a=>b"));
    }

    @Test
    void shouldMakeATombstoneOfTheNullMarker() throws IOException {
        send(records("=", "null"), "k=null");

        assertThat(producer.history().get(0).value()).isNull();
    }

    @Test
    void shouldPutTheHeadersOnEveryMessage() throws IOException {
        send(records(null, null), "a", "b");

        assertThat(producer.history())
                .allSatisfy(message ->
                        assertThat(message.headers().lastHeader("h").value()).isEqualTo(bytes("v")));
    }

    @Test
    void shouldNameTheLineWithoutAKeyAndSendThoseBefore() {
        assertThatThrownBy(() -> send(records("=", null), "k=a", "no key"))
                .isInstanceOf(KafkaToolException.class)
                .hasMessage("line 2: the key separator is not in it");
        assertThat(producer.history()).hasSize(1);
        assertThat(producer.flushed()).isTrue();
    }

    @Test
    void shouldFailIfTheBrokersDoNotTakeAMessage() {
        var failing = mockProducer(false);
        var lines = new LineProducer(failing, records(null, null), () -> false);

        assertThatThrownBy(() -> lines.run(() -> {
                    if (!failing.history().isEmpty()) {
                        failing.errorNext(new TimeoutException("too slow"));
                    }
                    return "line";
                }))
                .isInstanceOf(KafkaException.class)
                .hasMessageContaining("line 1")
                .hasMessageContaining("too slow");
        assertThat(lines.delivered()).isZero();
    }

    @Test
    void shouldNameTheLineThatIsTooLargeAndCountThoseThatAreUnderWay() {
        var failing = mockProducer(false);
        var lines = new LineProducer(failing, records(null, null), () -> false);

        assertThatThrownBy(() -> lines.run(() -> {
                    if (failing.history().size() == 2) {
                        failing.errorNext(new RecordTooLargeException("1 MB"));
                    }
                    return "line";
                }))
                .isInstanceOf(KafkaToolException.class)
                .hasMessageStartingWith("line 1: ")
                .hasMessageContaining("1 MB");
        assertThat(lines.delivered()).isEqualTo(1);
    }

    @Test
    void shouldSendNoMoreOnceItIsStopped() throws IOException {
        new LineProducer(producer, records(null, null), () -> true).run(() -> "line");

        assertThat(producer.history()).isEmpty();
    }

    private LineProducer send(LineRecords records, String... lines) throws IOException {
        var sender = new LineProducer(producer, records, () -> false);
        Iterator<String> source = List.of(lines).iterator();
        sender.run(() -> source.hasNext() ? source.next() : null);
        return sender;
    }

    private static LineRecords records(String separator, String nullMarker) {
        return new LineRecords(
                "topic", null, separator, List.of(new RecordHeader("h", bytes("v"))), nullMarker, new TextValues());
    }

    private static MockProducer<byte[], byte[]> mockProducer(boolean autoComplete) {
        return new MockProducer<>(autoComplete, null, new ByteArraySerializer(), new ByteArraySerializer());
    }
}
