package io.lingoduct.streams;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is known of a topic.
 *
 * @param maxMessageBytes largest batch, and so the largest record, that the topic takes
 */
record TopicFacts(int partitions, int maxMessageBytes) {

    /** Kafka's default, for brokers that do not tell. */
    static final int DEFAULT_MAX_MESSAGE_BYTES = 1_048_588;

    private static final Logger LOG = LoggerFactory.getLogger(TopicFacts.class);

    /** The size limit of each topic; the default where the client may not ask. */
    static Map<String, Integer> maxMessageBytes(Admin admin, Collection<String> topics) {
        var resources = topics.stream()
                .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic))
                .toList();
        var limits = new HashMap<String, Integer>();
        admin.describeConfigs(resources).values().forEach((resource, config) -> {
            int limit = DEFAULT_MAX_MESSAGE_BYTES;
            try {
                limit = maxMessageBytes(Topics.await(config));
            } catch (AuthorizationException | UnsupportedVersionException e) {
                LOG.warn(
                        "cannot read the settings of topic {}; taking max.message.bytes for {}",
                        resource.name(),
                        DEFAULT_MAX_MESSAGE_BYTES);
            }
            limits.put(resource.name(), limit);
        });
        return limits;
    }

    private static int maxMessageBytes(Config config) {
        var entry = config.get(TopicConfig.MAX_MESSAGE_BYTES_CONFIG);
        return entry == null || entry.value() == null ? DEFAULT_MAX_MESSAGE_BYTES : Integer.parseInt(entry.value());
    }
}
