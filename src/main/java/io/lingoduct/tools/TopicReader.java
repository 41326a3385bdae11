package io.lingoduct.tools;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/** Reads partitions without a consumer group: whoever reads so takes nothing away from anybody. */
public final class TopicReader {

    private static final Duration POLL = Duration.ofMillis(100);

    /** A broker that has just started may not know all of its topics yet. */
    private static final Duration GONE_FOR = Duration.ofSeconds(5);

    /** Takes messages in the order in which they come. */
    public interface Sink {

        void take(ConsumerRecord<byte[], byte[]> message) throws IOException;

        /** Called when no more messages are at hand. */
        void flush() throws IOException;
    }

    /**
     * When to end.
     *
     * @param maxMessages how many to read at most
     * @param idle how long to wait for one; null for ever
     */
    public record Limits(long maxMessages, Duration idle) {}

    private final Consumer<byte[], byte[]> consumer;
    private final BooleanSupplier stopped;
    private final LongSupplier nanoTime;

    /**
     * @param stopped asked several times a second
     */
    public TopicReader(Consumer<byte[], byte[]> consumer, BooleanSupplier stopped, LongSupplier nanoTime) {
        this.consumer = consumer;
        this.stopped = stopped;
        this.nanoTime = nanoTime;
    }

    /** Goes to the beginning or the end of the partitions; what is written from then on will be read. */
    public void start(List<TopicPartition> partitions, boolean fromBeginning) {
        consumer.assign(partitions);
        if (fromBeginning) {
            consumer.seekToBeginning(partitions);
        } else {
            consumer.seekToEnd(partitions);
        }
        // Seeking is put off until somebody asks.
        partitions.forEach(consumer::position);
    }

    /**
     * Reads until a limit is reached or it is stopped.
     *
     * @return number of messages read
     * @throws KafkaToolException if a topic is gone, for which the client itself would go on asking without a pause
     */
    public long run(Limits limits, Sink sink) throws IOException {
        long read = 0;
        long lastRead = nanoTime.getAsLong();
        long lastThere = lastRead;
        while (!stopped.getAsBoolean() && read < limits.maxMessages()) {
            var messages = consumer.poll(POLL);
            for (var message : messages) {
                if (read < limits.maxMessages()) {
                    sink.take(message);
                    read++;
                }
            }
            sink.flush();
            long now = nanoTime.getAsLong();
            var gone = messages.isEmpty() ? goneTopic() : Optional.<String>empty();
            if (gone.isEmpty()) {
                lastThere = now;
            } else if (now - lastThere >= GONE_FOR.toNanos()) {
                throw new KafkaToolException("the topic " + gone.get() + " is no longer there; was it deleted?");
            }
            if (!messages.isEmpty()) {
                lastRead = now;
            } else if (limits.idle() != null && now - lastRead >= limits.idle().toNanos()) {
                break;
            }
        }
        return read;
    }

    /** Known to the client while all is well; brokers are asked only when it has lost the topic. */
    private Optional<String> goneTopic() {
        try {
            return consumer.assignment().stream()
                    .map(TopicPartition::topic)
                    .distinct()
                    .filter(topic -> consumer.partitionsFor(topic, POLL).isEmpty())
                    .findFirst();
        } catch (TimeoutException e) {
            // No broker answers, which the client tells of: that says nothing about the topic.
            return Optional.empty();
        }
    }
}
