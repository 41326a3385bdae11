package io.lingoduct.streams.topics;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;

/**
 * Waits until new topics can be written to. A producer that is faster than the leaders of a new topic may get its first
 * batches out of order, and Kafka then refuses the earlier one for good.
 */
public final class TopicLeaders {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private TopicLeaders() {}

    /**
     * @param topics number of partitions of each topic
     * @throws RetriableException if a partition has no leader after some seconds
     */
    public static void await(Admin admin, Map<String, Integer> topics) {
        var offsets = new HashMap<TopicPartition, OffsetSpec>();
        topics.forEach((topic, partitions) -> IntStream.range(0, partitions)
                .forEach(partition -> offsets.put(new TopicPartition(topic, partition), OffsetSpec.latest())));
        long begin = System.nanoTime();
        while (true) {
            try {
                // Only the leader knows the offsets.
                AdminCall.await(admin.listOffsets(offsets).all());
                return;
            } catch (RetriableException e) {
                if (System.nanoTime() - begin > LIMIT.toNanos()) {
                    throw e;
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
