package io.lingoduct.streams.topics;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is known of a topic.
 *
 * @param partitions number of partitions
 * @param limits what it takes
 */
record TopicFacts(int partitions, TopicLimits limits) {

    private static final Logger LOG = LoggerFactory.getLogger(TopicFacts.class);
    private static final String LOG_APPEND_TIME = "LogAppendTime";
    private static final String TIMESTAMP_DIFFERENCE = "message.timestamp.difference.max.ms";

    /** The limits of each topic; the defaults where the client may not ask. Topics that have gone meanwhile are left out. */
    static Map<String, TopicLimits> limits(Admin admin, Collection<String> topics) {
        var resources = topics.stream()
                .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic))
                .toList();
        var limits = new HashMap<String, TopicLimits>();
        admin.describeConfigs(resources).values().forEach((resource, config) -> {
            try {
                limits.put(resource.name(), limits(AdminCall.await(config)));
            } catch (AuthorizationException | UnsupportedVersionException e) {
                LOG.warn(
                        "cannot read the settings of topic {}; taking Kafka's defaults, such as max.message.bytes = {}",
                        resource.name(),
                        TopicLimits.DEFAULT.maxMessageBytes());
                limits.put(resource.name(), TopicLimits.DEFAULT);
            } catch (UnknownTopicOrPartitionException e) {
                LOG.debug("topic {} has gone before its settings were read", resource.name());
            }
        });
        return limits;
    }

    static TopicLimits limits(Config config) {
        // All that brokers before 3.6 know of timestamps, in both directions.
        long difference = number(config, TIMESTAMP_DIFFERENCE, Long.MAX_VALUE);
        boolean ownTimes = !LOG_APPEND_TIME.equals(text(config, TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, ""));
        return new TopicLimits(
                (int) number(config, TopicConfig.MAX_MESSAGE_BYTES_CONFIG, TopicLimits.DEFAULT.maxMessageBytes()),
                text(config, TopicConfig.CLEANUP_POLICY_CONFIG, "").contains(TopicConfig.CLEANUP_POLICY_COMPACT),
                ownTimes
                        ? number(config, TopicConfig.MESSAGE_TIMESTAMP_BEFORE_MAX_MS_CONFIG, difference)
                        : Long.MAX_VALUE,
                ownTimes
                        ? number(config, TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG, difference)
                        : Long.MAX_VALUE);
    }

    private static long number(Config config, String name, long fallback) {
        var text = text(config, name, "");
        return text.isEmpty() ? fallback : Long.parseLong(text);
    }

    private static String text(Config config, String name, String fallback) {
        var entry = config.get(name);
        return entry == null || entry.value() == null ? fallback : entry.value();
    }
}
