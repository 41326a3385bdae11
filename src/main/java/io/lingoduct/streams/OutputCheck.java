package io.lingoduct.streams;

import java.time.Clock;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Looks at an output before it is sent: a broker that refuses one record refuses its batch, and the transaction with it. What
 * the topic's settings tell is looked at in them; a message that was under way when a broker refused something is sent alone
 * first.
 */
final class OutputCheck {

    private final StreamParts parts;
    private final Clock clock;

    OutputCheck(StreamParts parts, Clock clock) {
        this.parts = parts;
        this.clock = clock;
    }

    OutputCheck(StreamParts parts) {
        this(parts, Clock.systemUTC());
    }

    /**
     * @throws MessageTooLargeException if the topic takes no record as large
     * @throws OutputRefusedException if it does not take the key or the timestamp, or its broker refuses the record
     */
    void require(Origin origin, Record<byte[], Outgoing> output) {
        var topic = output.value().topic();
        parts.topics().fault(topic, limits -> fault(topic, output, limits)).ifPresent(fault -> {
            throw fault;
        });
        if (parts.refusals().isSuspect(origin, topic)) {
            parts.alone().refusal(record(topic, output)).ifPresent(refusal -> {
                throw new OutputRefusedException(topic, refusal);
            });
        }
    }

    private Optional<RuntimeException> fault(String topic, Record<byte[], Outgoing> output, TopicLimits limits) {
        long bytes = RecordSize.of(output.key(), output.value().value(), output.headers());
        if (bytes > limits.maxMessageBytes()) {
            return Optional.of(new MessageTooLargeException(bytes, topic, limits.maxMessageBytes()));
        }
        return limits.faultOfKey(output.key())
                .or(() -> limits.faultOfTimestamp(output.timestamp(), clock.millis()))
                .map(reason -> new OutputRefusedException(topic, reason));
    }

    private ProducerRecord<byte[], byte[]> record(String topic, Record<byte[], Outgoing> output) {
        var partition = output.value()
                .partition(output.key(), parts.topics().partitions(topic))
                .map(only -> only.iterator().next());
        return new ProducerRecord<>(
                topic,
                partition.orElse(null),
                output.timestamp(),
                output.key(),
                output.value().value(),
                output.headers());
    }
}
