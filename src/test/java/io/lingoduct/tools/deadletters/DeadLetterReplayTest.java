package io.lingoduct.tools.deadletters;

import static io.lingoduct.tools.deadletters.Letters.bytes;
import static io.lingoduct.tools.deadletters.Letters.from;
import static io.lingoduct.tools.deadletters.Letters.letter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lingoduct.streams.deadletter.DeadLetters;
import io.lingoduct.tools.KafkaToolException;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class DeadLetterReplayTest {

    private static final TopicPartition PARTITION = new TopicPartition(Letters.TOPIC, 0);
    private static final BooleanSupplier GO_ON = () -> false;

    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
    private MockProducer<byte[], byte[]> producer = mockProducer();

    @Test
    void shouldSendALetterBackAsTheMessageItWas() {
        replay(DeadLetterFilter.ALL, null, List.of(letter(0, 0, from("in", 1, "bad"))));

        assertThat(producer.history()).singleElement().satisfies(message -> {
            assertThat(message.topic()).isEqualTo("in");
            assertThat(message.partition()).isEqualTo(1);
            assertThat(message.key()).isEqualTo(bytes("k"));
            assertThat(message.value()).isEqualTo(bytes("value-0"));
            assertThat(message.timestamp()).isEqualTo(1_700_000_000_000L);
            assertThat(message.headers()).extracting(Header::key).containsExactly("own");
        });
    }

    @Test
    void shouldUndoWhatWasChangedForTheDeadLetterTopic() {
        var letter = letter(0, 0, from("in", 1, "bad"));
        letter.headers().add(DeadLetters.MADE_KEY, new byte[0]);
        letter.headers().add(DeadLetters.ORIGINAL_TIMESTAMP, bytes("17"));

        replay(DeadLetterFilter.ALL, null, List.of(letter));

        assertThat(producer.history()).singleElement().satisfies(message -> {
            assertThat(message.key()).isNull();
            assertThat(message.timestamp()).isEqualTo(17);
            assertThat(message.headers()).extracting(Header::key).containsExactly("own");
        });
    }

    @Test
    void shouldNotSendBackWhatLacksItsKeyOrItsHeaders() {
        var letter = letter(0, 0, from("in", 1, "bad"));
        letter.headers().add(DeadLetters.OMITTED_HEADERS, bytes("3"));

        var summary = replay(DeadLetterFilter.ALL, null, List.of(letter));

        assertThat(producer.history()).isEmpty();
        assertThat(summary.left()).containsKey("the key or the headers were too large for the dead-letter topic");
    }

    @Test
    void shouldCommitOffsetsAndMessagesInOneTransaction() {
        replay(
                DeadLetterFilter.ALL,
                null,
                List.of(letter(0, 0, from("in", 0, "bad")), letter(0, 1, from("in", 0, "bad"))));

        assertThat(producer.transactionCommitted()).isTrue();
        assertThat(committed()).isEqualTo(new OffsetAndMetadata(2, ""));
    }

    @Test
    void shouldGoByTheKeyWhereThePartitionIsGone() {
        replay(DeadLetterFilter.ALL, null, List.of(letter(0, 0, from("in", 7, "bad"))));

        assertThat(producer.history().get(0).partition()).isNull();
    }

    @Test
    void shouldSendElsewhereIfToldTo() {
        replay(DeadLetterFilter.ALL, "other", List.of(letter(0, 0, from("in", 0, "bad")), letter(0, 1, Map.of())));

        assertThat(producer.history()).extracting(ProducerRecord::topic).containsExactly("other", "other");
    }

    @Test
    void shouldLeaveWhatTheFilterPassesOverForALaterReplay() {
        var late = letter(0, 0, from("in", 0, "bad"));
        var chosen = letter(0, 1, from("in", 0, "good again"));
        var summary = replay(new DeadLetterFilter(Pattern.compile("again"), null, null), null, List.of(late, chosen));
        assertThat(summary.sent()).isEqualTo(1);
        assertThat(summary.passedOver()).isEqualTo(1);
        consumer.commitSync(Map.of(PARTITION, committed()));

        var second = replay(DeadLetterFilter.ALL, null, List.of(late, chosen));

        assertThat(producer.history()).extracting(ProducerRecord::value).containsExactly(bytes("value-0"));
        assertThat(second.earlier()).isEqualTo(1);
        assertThat(committed()).isEqualTo(new OffsetAndMetadata(2, ""));
    }

    @Test
    void shouldTellWhyALetterCannotGoBack() {
        var omitted = Map.of(DeadLetters.TOPIC, "in", DeadLetters.OMITTED_BYTES, "5");

        var summary = replay(
                DeadLetterFilter.ALL,
                null,
                List.of(letter(0, 0, Map.of()), letter(0, 1, from("gone", 0, "bad")), letter(0, 2, omitted)));

        assertThat(summary.left())
                .isEqualTo(Map.of(
                        "no header names the original topic", 1L,
                        "there is no topic gone", 1L,
                        "the value was too large for the dead-letter topic", 1L));
        assertThat(producer.history()).isEmpty();
    }

    @Test
    void shouldSendNothingOfABatchThatFails() {
        producer.commitTransactionException = new KafkaException("broker gone");

        assertThatThrownBy(() -> replay(DeadLetterFilter.ALL, null, List.of(letter(0, 0, from("in", 0, "bad")))))
                .hasMessage("broker gone");
        assertThat(producer.transactionAborted()).isTrue();
        assertThat(producer.history()).isEmpty();
    }

    @Test
    void shouldGiveWayToALaterReplay() {
        var transactional = transactional();
        transactional.open();
        producer.fenceProducer();
        var message = new ProducerRecord<byte[], byte[]>("in", bytes("a"));

        assertThatThrownBy(() -> transactional.send(List.of(message), Map.of(PARTITION, new OffsetAndMetadata(1, ""))))
                .isInstanceOf(KafkaToolException.class)
                .hasMessageContaining("another replay");
    }

    @Test
    void shouldStopBetweenBatches() {
        prepare(List.of(letter(0, 0, from("in", 0, "bad"))));

        var summary = newReplay(transactional(), DeadLetterFilter.ALL, null)
                .run(List.of(PARTITION), () -> true, replayed -> {});

        assertThat(summary.complete()).isFalse();
        assertThat(producer.history()).isEmpty();
    }

    @Test
    void shouldOnlyCountInADryRun() {
        prepare(List.of(letter(0, 0, from("in", 0, "bad")), letter(0, 1, from("gone", 0, "bad"))));
        var summary =
                newReplay(new DryRun(), DeadLetterFilter.ALL, null).run(List.of(PARTITION), GO_ON, replayed -> {});

        assertThat(summary.replayed()).isEqualTo(Map.of("in", 1L));
        assertThat(summary.sent()).isEqualTo(1);
        assertThat(producer.transactionInitialized()).isFalse();
    }

    private DeadLetterReplay.Summary replay(
            DeadLetterFilter filter, String to, List<ConsumerRecord<byte[], byte[]>> letters) {
        prepare(letters);
        return newReplay(transactional(), filter, to).run(List.of(PARTITION), GO_ON, replayed -> {});
    }

    /** A producer begins its transactions once. */
    private ReplayTarget transactional() {
        if (producer.transactionInitialized()) {
            producer = mockProducer();
        }
        return new TransactionalTarget(producer, consumer::groupMetadata);
    }

    private static MockProducer<byte[], byte[]> mockProducer() {
        return new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private DeadLetterReplay newReplay(ReplayTarget target, DeadLetterFilter filter, String to) {
        return new DeadLetterReplay(
                consumer, target, topic -> List.of("in", "other").contains(topic) ? 2 : 0, filter, to);
    }

    private void prepare(List<ConsumerRecord<byte[], byte[]>> letters) {
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
        consumer.updateEndOffsets(Map.of(PARTITION, (long) letters.size()));
        consumer.schedulePollTask(() -> letters.forEach(consumer::addRecord));
    }

    private OffsetAndMetadata committed() {
        var history = producer.consumerGroupOffsetsHistory();
        return history.get(history.size() - 1).values().iterator().next().get(PARTITION);
    }
}
