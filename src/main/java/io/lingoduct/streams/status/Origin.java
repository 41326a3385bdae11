package io.lingoduct.streams.status;

import java.nio.charset.StandardCharsets;

/**
 * Identity of an input message: its place at the brokers.
 *
 * @param topic input topic
 * @param partition partition of that topic
 * @param offset offset in that partition
 */
public record Origin(String topic, int partition, long offset) {

    /** A key for records that need one and whose message has none: the same each time, and no other message's. */
    public byte[] asKey() {
        return toString().getBytes(StandardCharsets.UTF_8);
    }

    /** As Kafka's own tools write it: {@code topic-partition offset offset}. */
    public String inWords() {
        return topic + "-" + partition + " offset " + offset;
    }

    @Override
    public String toString() {
        return topic + "-" + partition + "-" + offset;
    }
}
