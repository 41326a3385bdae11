package io.lingoduct.streams.topics;

import java.time.Duration;
import java.util.Optional;

/**
 * What a topic's settings let its broker take. Brokers refuse a whole batch for one record that breaks them, and with it the
 * transaction, so that they are looked at before anything is sent.
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

    TopicLimits withMaxMessageBytes(int bytes) {
        return new TopicLimits(bytes, needsKey, maxBehindMs, maxAheadMs);
    }

    /** What is wrong with a key for this topic, in words; empty where nothing is. */
    public Optional<String> faultOfKey(byte[] key) {
        return needsKey && key == null
                ? Optional.of("the topic is compacted (cleanup.policy) and takes no message without a key")
                : Optional.empty();
    }

    /** What is wrong with a timestamp for this topic, in words; empty where nothing is. */
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
