package io.lingoduct.bench.chaos.traffic;

import io.lingoduct.streams.topics.TopicLeaders;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TopicExistsException;

/** The topics of a run. Inputs take everything; outputs refuse what is too large, too old or too far ahead. */
public final class ChaosTopics implements AutoCloseable {

    public static final String DEAD_LETTERS = "chaos.dead-letters";

    /** Largest batch of records that an output takes, in bytes. */
    static final int LARGEST_OUTPUT = 32_768;

    /** Age of a message, in milliseconds, above which an output refuses it, and time ahead of now: Kafka's own default there. */
    static final long OLDEST_OUTPUT_MS = 3_600_000;

    private static final short REPLICAS = 1;

    private final Admin admin;

    public ChaosTopics(String brokers) {
        admin = Admin.create(Map.of("bootstrap.servers", brokers));
    }

    public void createAll() {
        var topics = new ArrayList<NewTopic>();
        topics.add(new NewTopic(DEAD_LETTERS, 1, REPLICAS));
        for (var route : ChaosRoute.values()) {
            topics.add(new NewTopic(route.input(), ChaosRoute.PARTITIONS, REPLICAS)
                    .configs(Map.of("retention.ms", "-1", "message.timestamp.after.max.ms", "" + Long.MAX_VALUE)));
            topics.add(output(route));
        }
        await(admin.createTopics(topics).all());
        TopicLeaders.await(admin, topics.stream().collect(Collectors.toMap(NewTopic::name, NewTopic::numPartitions)));
    }

    public void deleteOutput(ChaosRoute route) {
        await(admin.deleteTopics(List.of(route.output())).all());
    }

    /** Returns false while the topic that was deleted is still going away. */
    public boolean createOutput(ChaosRoute route) {
        try {
            await(admin.createTopics(List.of(output(route))).all());
            TopicLeaders.await(admin, Map.of(route.output(), ChaosRoute.PARTITIONS));
            return true;
        } catch (TopicExistsException e) {
            return false;
        }
    }

    private static NewTopic output(ChaosRoute route) {
        var settings = new HashMap<>(Map.of(
                "max.message.bytes", "" + LARGEST_OUTPUT, "message.timestamp.before.max.ms", "" + OLDEST_OUTPUT_MS));
        if (route == ChaosRoute.COMPACTED) {
            settings.put("cleanup.policy", "compact");
        }
        return new NewTopic(route.output(), ChaosRoute.PARTITIONS, REPLICAS).configs(settings);
    }

    private static <T> T await(Future<T> answer) {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException kafka ? kafka : new KafkaException(e.getCause());
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
