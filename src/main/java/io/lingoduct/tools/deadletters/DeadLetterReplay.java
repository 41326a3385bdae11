package io.lingoduct.tools.deadletters;

import io.lingoduct.tools.KafkaToolException;
import io.lingoduct.tools.TopicScan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import java.util.function.ToIntFunction;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Sends dead letters back to where they came from: key, value, headers, timestamp and, where it exists, partition as they
 * were. A letter that cannot go back, or that the filter passes over, stays to be replayed later; what an earlier replay has
 * sent is not sent again.
 */
public final class DeadLetterReplay {

    /**
     * What became of the dead letters.
     *
     * @param replayed how many were sent, by topic
     * @param earlier sent back by an earlier replay
     * @param passedOver not chosen by the filter
     * @param left how many could not be sent, by reason
     * @param complete false if it was stopped before the end
     */
    public record Summary(
            Map<String, Long> replayed, long earlier, long passedOver, Map<String, Long> left, boolean complete) {

        /** Number of letters sent. */
        public long sent() {
            return replayed.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    private final Consumer<byte[], byte[]> consumer;
    private final ReplayTarget target;
    private final ToIntFunction<String> partitionsOf;
    private final DeadLetterFilter filter;
    private final String toTopic;
    private final Map<TopicPartition, ReplayedOffsets> offsets = new HashMap<>();
    private final Map<String, Long> replayed = new TreeMap<>();
    private final Map<String, Long> left = new TreeMap<>();
    private long earlier;
    private long passedOver;

    /**
     * @param consumer of the group that keeps the offsets; reads committed records only and commits nothing by itself
     * @param partitionsOf number of partitions of a topic, 0 where there is none
     * @param toTopic where to send instead of the original topic; null for that
     */
    DeadLetterReplay(
            Consumer<byte[], byte[]> consumer,
            ReplayTarget target,
            ToIntFunction<String> partitionsOf,
            DeadLetterFilter filter,
            String toTopic) {
        this.consumer = consumer;
        this.target = target;
        this.partitionsOf = partitionsOf;
        this.filter = filter;
        this.toTopic = toTopic;
    }

    /**
     * Replays what the partitions hold.
     *
     * @param stopped asked between batches
     * @param progress told the number replayed after each batch
     * @throws KafkaToolException if another replay has begun
     */
    Summary run(List<TopicPartition> partitions, BooleanSupplier stopped, LongConsumer progress) {
        target.open();
        var starts = new HashMap<TopicPartition, Long>();
        consumer.committed(new HashSet<>(partitions)).forEach((partition, committed) -> {
            offsets.put(partition, ReplayedOffsets.of(committed));
            if (committed != null) {
                starts.put(partition, committed.offset());
            }
        });
        boolean complete = new TopicScan(consumer, stopped).run(partitions, starts, batch -> {
            replay(batch);
            progress.accept(summary(false).sent());
        });
        return summary(complete);
    }

    private Summary summary(boolean complete) {
        return new Summary(
                Collections.unmodifiableMap(new TreeMap<>(replayed)),
                earlier,
                passedOver,
                Collections.unmodifiableMap(new TreeMap<>(left)),
                complete);
    }

    private void replay(List<ConsumerRecord<byte[], byte[]>> batch) {
        var messages = new ArrayList<ProducerRecord<byte[], byte[]>>();
        var touched = new HashSet<TopicPartition>();
        for (var record : batch) {
            var partition = new TopicPartition(record.topic(), record.partition());
            var state = offsets.computeIfAbsent(partition, unknown -> ReplayedOffsets.of(null));
            if (state.wasReplayed(record.offset())) {
                earlier++;
                state.replayed(record.offset());
                continue;
            }
            var message = message(new DeadLetter(record));
            if (message.isPresent()) {
                messages.add(message.get());
                state.replayed(record.offset());
                touched.add(partition);
            } else {
                state.left(record.offset());
            }
        }
        if (!messages.isEmpty()) {
            target.send(messages, toCommit(touched));
            messages.forEach(message -> replayed.merge(message.topic(), 1L, Long::sum));
        }
    }

    private Map<TopicPartition, OffsetAndMetadata> toCommit(Iterable<TopicPartition> partitions) {
        var commits = new HashMap<TopicPartition, OffsetAndMetadata>();
        partitions.forEach(
                partition -> commits.put(partition, offsets.get(partition).toCommit()));
        return commits;
    }

    private Optional<ProducerRecord<byte[], byte[]>> message(DeadLetter letter) {
        if (!filter.test(letter)) {
            passedOver++;
            return Optional.empty();
        }
        var topic = toTopic == null ? letter.topic() : Optional.of(toTopic);
        var obstacle = obstacle(letter, topic);
        if (obstacle.isPresent()) {
            left.merge(obstacle.get(), 1L, Long::sum);
            return Optional.empty();
        }
        return topic.map(name -> message(letter, name));
    }

    private Optional<String> obstacle(DeadLetter letter, Optional<String> topic) {
        if (topic.isEmpty()) {
            return Optional.of("no header names the original topic");
        } else if (letter.lacksValue()) {
            return Optional.of("the value was too large for the dead-letter topic");
        } else if (letter.lacksKeyOrHeaders()) {
            return Optional.of("the key or the headers were too large for the dead-letter topic");
        }
        return partitionsOf.applyAsInt(topic.get()) > 0
                ? Optional.empty()
                : Optional.of("there is no topic " + topic.get());
    }

    private ProducerRecord<byte[], byte[]> message(DeadLetter letter, String topic) {
        var record = letter.record();
        int partitions = partitionsOf.applyAsInt(topic);
        var partition = letter.partition().filter(number -> number >= 0 && number < partitions);
        var timestamp = letter.timestamp() < 0 ? null : letter.timestamp();
        return new ProducerRecord<>(
                topic, partition.orElse(null), timestamp, letter.key(), record.value(), letter.originalHeaders());
    }
}
