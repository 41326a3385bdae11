package io.lingoduct.tools;

import static io.lingoduct.tools.deadletters.Letters.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class TopicReaderTest {

    private static final TopicPartition PARTITION = new TopicPartition("topic", 0);
    private static final long NO_LIMIT = Long.MAX_VALUE;

    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
    private final AtomicLong clock = new AtomicLong();
    private final List<Long> offsets = new ArrayList<>();
    private final TopicReader reader = new TopicReader(
            consumer, () -> false, () -> clock.addAndGet(Duration.ofSeconds(1).toNanos()));

    @Test
    void shouldReadFromTheBeginning() throws IOException {
        assertThat(read(true, new TopicReader.Limits(NO_LIMIT, Duration.ofSeconds(3))))
                .isEqualTo(4);
        assertThat(offsets).containsExactly(0L, 1L, 2L, 3L);
    }

    @Test
    void shouldReadWhatIsWrittenFromNowOn() throws IOException {
        read(false, new TopicReader.Limits(NO_LIMIT, Duration.ofSeconds(3)));

        assertThat(offsets).containsExactly(2L, 3L);
    }

    @Test
    void shouldEndAfterTheNumberOfMessagesWanted() throws IOException {
        assertThat(read(true, new TopicReader.Limits(3, null))).isEqualTo(3);
        assertThat(offsets).containsExactly(0L, 1L, 2L);
    }

    @Test
    void shouldEndWhenItIsStopped() throws IOException {
        var stopped = new TopicReader(consumer, () -> !offsets.isEmpty(), clock::get);
        prepare();
        stopped.start(List.of(PARTITION), true);

        assertThat(stopped.run(new TopicReader.Limits(NO_LIMIT, null), sink())).isEqualTo(4);
    }

    @Test
    void shouldEndWhenTheTopicIsGone() {
        prepare();
        consumer.schedulePollTask(() -> consumer.updatePartitions("topic", List.of()));
        reader.start(List.of(PARTITION), true);

        assertThatThrownBy(() -> reader.run(new TopicReader.Limits(NO_LIMIT, null), sink()))
                .isInstanceOf(KafkaToolException.class)
                .hasMessageContaining("the topic topic is no longer there");
        assertThat(offsets).containsExactly(0L, 1L, 2L, 3L);
    }

    private long read(boolean fromBeginning, TopicReader.Limits limits) throws IOException {
        prepare();
        reader.start(List.of(PARTITION), fromBeginning);
        return reader.run(limits, sink());
    }

    private void prepare() {
        consumer.updatePartitions("topic", List.of(new PartitionInfo("topic", 0, null, null, null)));
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
        consumer.updateEndOffsets(Map.of(PARTITION, 2L));
        consumer.schedulePollTask(() -> {
            for (long offset = 0; offset < 4; offset++) {
                consumer.addRecord(new ConsumerRecord<>("topic", 0, offset, null, bytes("value")));
            }
        });
    }

    private TopicReader.Sink sink() {
        return new TopicReader.Sink() {
            @Override
            public void take(ConsumerRecord<byte[], byte[]> message) {
                offsets.add(message.offset());
            }

            @Override
            public void flush() {}
        };
    }
}
