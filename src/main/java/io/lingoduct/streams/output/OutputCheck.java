package io.lingoduct.streams.output;

import io.lingoduct.streams.fault.MessageTooLargeException;
import io.lingoduct.streams.fault.OutputRefusedException;
import io.lingoduct.streams.status.Origin;
import io.lingoduct.streams.topics.TopicBook;
import io.lingoduct.streams.topics.TopicLimits;
import java.time.Clock;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Looks at an output before it is sent: a broker that refuses one record refuses its batch, and the transaction with it. What
 * the topic's settings tell is looked at in them; a message that was under way when a broker refused something is sent alone
 * first.
 */
public final class OutputCheck {

    private final TopicBook topics;
    private final Refusals refusals;
    private final Refusals.Alone alone;
    private final Clock clock;

    public OutputCheck(TopicBook topics, Refusals refusals, Refusals.Alone alone, Clock clock) {
        this.topics = topics;
        this.refusals = refusals;
        this.alone = alone;
        this.clock = clock;
    }

    /**
     * @throws MessageTooLargeException if the topic takes no record as large
     * @throws OutputRefusedException if it does not take the key or the timestamp, or its broker refuses the record
     */
    public void require(Origin origin, Record<byte[], Outgoing> output) {
        var topic = output.value().topic();
        topics.fault(topic, limits -> fault(topic, output, limits)).ifPresent(fault -> {
            throw fault;
        });
        if (refusals.isSuspect(origin, topic)) {
            alone.refusal(record(topic, output)).ifPresent(refusal -> {
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
                .partition(output.key(), topics.partitions(topic))
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
