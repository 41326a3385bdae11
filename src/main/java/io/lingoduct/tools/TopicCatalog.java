package io.lingoduct.tools;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * The topics of a cluster. Asked before anything is read or written: clients that are given a wrong address or the name of a
 * topic that does not exist try again for minutes without a word, and some make the topic.
 */
public final class TopicCatalog implements AutoCloseable {

    private static final int RECONNECT_AFTER_MS = 3_000;

    private final ClientSettings settings;
    private final String servers;
    private final Duration limit;
    private final Admin admin;
    private final Map<String, Integer> partitions = new HashMap<>();

    private TopicCatalog(ClientSettings settings, Duration limit, Admin admin) {
        this.settings = settings;
        this.servers = settings.bootstrapServers();
        this.limit = limit;
        this.admin = admin;
    }

    /**
     * @param limit how long to wait for a broker's answer
     * @throws KafkaToolException if the settings are unusable
     */
    public static TopicCatalog connect(ClientSettings settings, Duration limit) {
        // Each attempt logs a warning of its own.
        Map<String, Object> defaults = Map.of(
                AdminClientConfig.RECONNECT_BACKOFF_MS_CONFIG, RECONNECT_AFTER_MS,
                AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, RECONNECT_AFTER_MS);
        Map<String, Object> fixed = Map.of(
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) limit.toMillis(),
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) limit.toMillis());
        try {
            return new TopicCatalog(settings, limit, Admin.create(settings.admin(defaults, fixed)));
        } catch (KafkaException e) {
            throw KafkaToolException.ofSetting(e, settings);
        }
    }

    /**
     * Number of partitions of a topic; 0 where there is no such topic.
     *
     * @throws KafkaToolException if no broker answers in time, or it denies access
     */
    public int partitions(String topic) {
        return partitions.computeIfAbsent(topic, this::ask);
    }

    /**
     * The partitions of a topic.
     *
     * @throws KafkaToolException if there is no such topic, no broker answers in time, or it denies access
     */
    public List<TopicPartition> existing(String topic) {
        int count = partitions(topic);
        if (count == 0) {
            throw new KafkaToolException("no such topic at " + servers + ": " + topic);
        }
        return IntStream.range(0, count)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .toList();
    }

    /**
     * One partition of a topic, or all where none is named.
     *
     * @param partition null for all
     * @throws KafkaToolException as {@link #existing(String)}, or if there is no such partition
     */
    public List<TopicPartition> existing(String topic, Integer partition) {
        var all = existing(topic);
        if (partition == null) {
            return all;
        }
        if (partition < 0 || partition >= all.size()) {
            throw new KafkaToolException(
                    "topic " + topic + " has the partitions 0 to " + (all.size() - 1) + ", no partition " + partition);
        }
        return List.of(all.get(partition));
    }

    private int ask(String topic) {
        try {
            var answer = admin.describeTopics(List.of(topic)).topicNameValues().get(topic);
            return answer.get().partitions().size();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            var cause = e.getCause();
            if (cause instanceof UnknownTopicOrPartitionException) {
                return 0;
            }
            throw new KafkaToolException(
                    settings.faults().explain(cause).orElseGet(() -> explain(topic, cause)), cause);
        }
    }

    private String explain(String topic, Throwable fault) {
        if (fault instanceof TimeoutException) {
            return "no broker answers at " + servers + " within " + limit.toSeconds()
                    + " s: check bootstrap.servers (--bootstrap-servers), and security.protocol where the brokers want"
                    + " TLS or a login";
        } else if (fault instanceof AuthenticationException) {
            return "the brokers at " + servers + " refuse the login: check the settings sasl.* and ssl.*: "
                    + KafkaToolException.deepest(fault).getMessage();
        } else if (fault instanceof AuthorizationException) {
            return "the brokers at " + servers + " do not let this user see topic " + topic;
        } else if (fault instanceof InvalidTopicException) {
            return "not a topic name: " + topic;
        }
        return "cannot ask the brokers at " + servers + " for topic " + topic + ": "
                + KafkaToolException.deepest(fault).getMessage();
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(1));
    }
}
