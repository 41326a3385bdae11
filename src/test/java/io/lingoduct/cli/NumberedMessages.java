package io.lingoduct.cli;

import static io.lingoduct.streams.BrokerKit.bytes;
import static io.lingoduct.streams.BrokerKit.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;

/** Messages that carry their number, dealt out to partitions in turn, for a model that writes in upper case. */
record NumberedMessages(int count, int partitions) {

    // Distinct timestamps, all of them recent.
    private static final long FIRST_TIMESTAMP = System.currentTimeMillis() - 60_000;

    List<ProducerRecord<byte[], byte[]>> to(String topic) {
        return IntStream.range(0, count)
                .mapToObj(number -> new ProducerRecord<>(
                        topic,
                        number % partitions,
                        FIRST_TIMESTAMP + number,
                        bytes("key " + number),
                        bytes("message " + number),
                        List.of(new RecordHeader("number", bytes("" + number)))))
                .toList();
    }

    /** The numbers of what a partition was sent, in order. */
    List<Integer> ofPartition(int partition) {
        return IntStream.range(0, count)
                .filter(number -> number % partitions == partition)
                .boxed()
                .toList();
    }

    static int number(ConsumerRecord<byte[], byte[]> record) {
        return Integer.parseInt(text(record.headers().lastHeader("number").value()));
    }

    /** The numbers of what came out of a partition, in order. */
    static List<Integer> ofPartition(int partition, List<ConsumerRecord<byte[], byte[]>> records) {
        return records.stream()
                .filter(record -> record.partition() == partition)
                .map(NumberedMessages::number)
                .toList();
    }

    static int distinct(List<ConsumerRecord<byte[], byte[]>> records) {
        return (int) records.stream().map(NumberedMessages::number).distinct().count();
    }

    static void requireTranslated(ConsumerRecord<byte[], byte[]> record) {
        int number = number(record);
        assertThat(text(record.value())).isEqualTo("MESSAGE " + number);
        assertThat(text(record.key())).isEqualTo("key " + number);
        assertThat(record.timestamp()).isEqualTo(FIRST_TIMESTAMP + number);
        assertThat(record.headers().lastHeader("lingoduct-model")).isNotNull();
    }
}
