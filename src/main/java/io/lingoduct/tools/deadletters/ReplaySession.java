package io.lingoduct.tools.deadletters;

import io.lingoduct.tools.Clients;
import io.lingoduct.tools.KafkaToolException;
import io.lingoduct.tools.TopicCatalog;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** Replays the dead letters of one topic with clients of its own. */
public final class ReplaySession {

    private static final String GROUP_PREFIX = "lingoduct-replay-";

    private final Clients clients;
    private final TopicCatalog topics;
    private final String group;
    private final DeadLetterFilter filter;
    private final String toTopic;

    /**
     * @param group consumer group that keeps what was replayed, and id of the transactions
     * @param toTopic where to send instead of the original topics; null for these
     */
    public ReplaySession(Clients clients, TopicCatalog topics, String group, DeadLetterFilter filter, String toTopic) {
        this.clients = clients;
        this.topics = topics;
        this.group = group;
        this.filter = filter;
        this.toTopic = toTopic;
    }

    /** The group that keeps what was replayed from a topic, unless the user names one. */
    public static String defaultGroup(String topic) {
        return GROUP_PREFIX + topic;
    }

    /**
     * Sends the letters back.
     *
     * @param stopped asked between batches
     * @param progress told the number replayed after each batch
     * @throws KafkaToolException if another replay has begun, or {@code toTopic} does not exist
     */
    public DeadLetterReplay.Summary replay(
            List<TopicPartition> partitions, BooleanSupplier stopped, LongConsumer progress) {
        try (var consumer = clients.member(group);
                var producer = clients.transactional(group)) {
            var target = new TransactionalTarget(producer, consumer::groupMetadata);
            return newReplay(consumer, target).run(partitions, stopped, progress);
        }
    }

    /**
     * Tells what {@link #replay} would do.
     *
     * @throws KafkaToolException if {@code toTopic} does not exist
     */
    public DeadLetterReplay.Summary dryRun(
            List<TopicPartition> partitions, BooleanSupplier stopped, LongConsumer progress) {
        try (var consumer = clients.member(group)) {
            return newReplay(consumer, new DryRun()).run(partitions, stopped, progress);
        }
    }

    private DeadLetterReplay newReplay(Consumer<byte[], byte[]> consumer, ReplayTarget target) {
        if (toTopic != null) {
            topics.existing(toTopic);
        }
        return new DeadLetterReplay(consumer, target, topics::partitions, filter, toTopic);
    }
}
