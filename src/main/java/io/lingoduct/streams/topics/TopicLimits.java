package io.lingoduct.streams.topics;

import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.config.TopicConfig;

/**
 * Limits that a topic's settings set to its records. Brokers refuse a whole batch for one record that breaks them, and with it
 * the transaction, so that they are looked at before anything is sent.
 *
 * @param maxMessageBytes {@code max.message.bytes}: largest batch, and so the largest record, in bytes
 * @param needsKey whether {@code cleanup.policy} compacts, which takes no record without a key
 * @param maxBehindMs {@code message.timestamp.before.max.ms}: how far a timestamp may lie behind the broker's clock
 * @param maxAheadMs {@code message.timestamp.after.max.ms}: how far it may lie ahead
 */
public record TopicLimits(int maxMessageBytes, boolean needsKey, long maxBehindMs, long maxAheadMs) {

    /** Kafka's defaults, for brokers that do not tell. */
    public static final TopicLimits DEFAULT = new TopicLimits(
            1_048_588, false, Long.MAX_VALUE, Duration.ofHours(1).toMillis());

    private static final String LOG_APPEND_TIME = "LogAppendTime";
    private static final String TIMESTAMP_DIFFERENCE = "message.timestamp.difference.max.ms";

    /** The limits that a topic's settings make; the defaults where its broker does not tell one. */
    static TopicLimits of(Config settings) {
        // All that brokers before 3.6 know of timestamps, in both directions.
        long difference = number(settings, TIMESTAMP_DIFFERENCE, Long.MAX_VALUE);
        boolean ownTimes = !LOG_APPEND_TIME.equals(text(settings, TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, ""));
        return new TopicLimits(
                (int) number(settings, TopicConfig.MAX_MESSAGE_BYTES_CONFIG, DEFAULT.maxMessageBytes()),
                text(settings, TopicConfig.CLEANUP_POLICY_CONFIG, "").contains(TopicConfig.CLEANUP_POLICY_COMPACT),
                ownTimes
                        ? number(settings, TopicConfig.MESSAGE_TIMESTAMP_BEFORE_MAX_MS_CONFIG, difference)
                        : Long.MAX_VALUE,
                ownTimes
                        ? number(settings, TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG, difference)
                        : Long.MAX_VALUE);
    }

    private static long number(Config settings, String name, long fallback) {
        var text = text(settings, name, "");
        return text.isEmpty() ? fallback : Long.parseLong(text);
    }

    private static String text(Config settings, String name, String fallback) {
        var entry = settings.get(name);
        return entry == null || entry.value() == null ? fallback : entry.value();
    }

    TopicLimits withMaxMessageBytes(int bytes) {
        return new TopicLimits(bytes, needsKey, maxBehindMs, maxAheadMs);
    }

    /** Reason, in words, why the topic does not take a key; empty where it does. */
    public Optional<String> faultOfKey(byte[] key) {
        return needsKey && key == null
                ? Optional.of("the topic is compacted (cleanup.policy) and takes no message without a key")
                : Optional.empty();
    }

    /** Reason, in words, why the topic does not take a timestamp; empty where it does. */
    public Optional<String> faultOfTimestamp(long timestamp, long nowMs) {
        if (timestamp < nowMs && nowMs - timestamp > maxBehindMs) {
            return Optional.of("the timestamp " + timestamp + " is older than the topic takes"
                    + " (message.timestamp.before.max.ms = " + maxBehindMs + ")");
        }
        if (timestamp > nowMs && timestamp - nowMs > maxAheadMs) {
            return Optional.of("the timestamp " + timestamp + " is further ahead than the topic takes"
                    + " (message.timestamp.after.max.ms = " + maxAheadMs + ")");
        }
        return Optional.empty();
    }
}
